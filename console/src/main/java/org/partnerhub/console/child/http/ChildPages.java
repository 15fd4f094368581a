package org.partnerhub.console.child.http;

import java.util.List;
import java.util.Map;
import org.partnerhub.console.child.ChildSearch;
import org.partnerhub.console.child.FoundChild;
import org.partnerhub.console.child.FoundChildren;
import org.partnerhub.console.child.Happening;
import org.partnerhub.console.child.Timeline;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.log.FoundLog;
import org.partnerhub.console.log.Look;
import org.partnerhub.console.log.http.DisclosureLog;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.page.http.Typed;
import org.partnerhub.console.policy.http.PurposeNames;
import org.partnerhub.console.staff.http.StaffNames;
import org.partnerhub.console.words.Fault;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Finding a child, and what happened about them. Every search and every view is in the log before it is answered. */
@Controller
class ChildPages {

    private static final String PAGE = "/child";

    private final OfficerCalls calls;
    private final DisclosureLog log;
    private final StaffNames staff;
    private final PurposeNames purposes;

    ChildPages(OfficerCalls calls, DisclosureLog log, StaffNames staff, PurposeNames purposes) {
        this.calls = calls;
        this.log = log;
        this.staff = staff;
        this.purposes = purposes;
    }

    @GetMapping(PAGE)
    ModelAndView form() {
        return form(ChildSearch.empty());
    }

    @PostMapping(PAGE + "/searches")
    ModelAndView search(
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam MultiValueMap<String, String> form) {
        ChildSearch typed = typed(form);
        List<Fault> faults = typed.faults();
        return faults.isEmpty()
                ? Shown.answered(form(typed), "found", find(officer, typed.sent()))
                : Shown.faulty(form(typed), faults);
    }

    @PostMapping(PAGE + "/timeline")
    ModelAndView timeline(
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String show) {
        Look look = new Look("person", person, reason);
        if (!look.faults().isEmpty()) {
            return Shown.faulty(form(), List.of(new Fault("number", "Find the child first.")));
        }
        Answer<FoundLog> held = log.search(officer, look);
        if (!(held instanceof Answer.Given<FoundLog>(FoundLog found))) {
            return Shown.troubled(form(), held);
        }
        Answer<FoundChildren> who = find(officer, Map.of("person", look.subject(), "reason", look.reason()));
        FoundChild child =
                who.given().flatMap(it -> it.all().stream().findFirst()).orElse(null);
        Timeline timeline = new Timeline(look.subject(), child, look.reason(), Happening.of(show), found.entries());
        ModelAndView page = Shown.page("child-timeline")
                .addObject("timeline", timeline)
                .addObject("full", found.isFull())
                .addObject("staff", staff.ask(officer))
                .addObject("happenings", Happening.values());
        return Shown.troubled(purposes.on(page, officer), who);
    }

    private Answer<FoundChildren> find(OAuth2AuthorizedClient officer, Map<String, Object> wanted) {
        return calls.send(officer, "referral", wanted, calls.document(FoundPeople::read), "/people/searches");
    }

    private static ModelAndView form(ChildSearch typed) {
        return Shown.page("child").addObject("typed", typed);
    }

    private static ChildSearch typed(MultiValueMap<String, String> form) {
        return new ChildSearch(
                Typed.text(form, "number"),
                Typed.text(form, "given"),
                Typed.text(form, "family"),
                Typed.day(form, "born"),
                Typed.text(form, "reason"));
    }
}
