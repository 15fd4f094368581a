package org.partnerhub.console.override.http;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.override.Finding;
import org.partnerhub.console.override.Sharing;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.staff.http.StaffNames;
import org.partnerhub.console.words.Fault;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sharing without consent: what waits, what was found, how often by whom; and one of them with its review by another officer. */
@Controller
class SharingPages {

    private static final String LIST = "/sharing-without-consent";
    private static final String CONSENT = "consent";
    private static final String ONE = "/overrides/{id}";

    private final OfficerCalls calls;
    private final StaffNames staff;

    SharingPages(OfficerCalls calls, StaffNames staff) {
        this.calls = calls;
        this.staff = staff;
    }

    @GetMapping(LIST)
    ModelAndView list(@RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        var answer = calls.read(officer, CONSENT, calls.document(FoundSharings::list), "/overrides?state=all");
        return Shown.answered(Shown.page("sharings").addObject("staff", staff.ask(officer)), "sharings", answer);
    }

    @GetMapping(LIST + "/{id}")
    ModelAndView one(
            @PathVariable UUID id,
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @AuthenticationPrincipal OidcUser reader) {
        return shown(id, officer, reader, Finding.empty());
    }

    @PostMapping(LIST + "/{id}/review")
    ModelAndView review(
            @PathVariable UUID id,
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @AuthenticationPrincipal OidcUser reader,
            @RequestParam(defaultValue = "") String upheld,
            @RequestParam(defaultValue = "") String finding,
            RedirectAttributes next) {
        Finding typed = new Finding(upheld, finding);
        List<Fault> faults = typed.faults();
        if (!faults.isEmpty()) {
            return Shown.faulty(shown(id, officer, reader, typed), faults);
        }
        Answer<Sharing> answer =
                calls.send(officer, CONSENT, typed.sent(), calls.document(FoundSharings::one), ONE + "/review", id);
        if (answer instanceof Answer.Given<Sharing>) {
            next.addFlashAttribute("confirmation", confirmation(typed));
            return new ModelAndView("redirect:" + LIST);
        }
        return Shown.troubled(shown(id, officer, reader, typed), answer);
    }

    private ModelAndView shown(UUID id, OAuth2AuthorizedClient officer, OidcUser reader, Finding typed) {
        Answer<Sharing> answer = calls.read(officer, CONSENT, calls.document(FoundSharings::one), ONE, id);
        ModelAndView page = Shown.page("sharing").addObject("typed", typed).addObject("staff", staff.ask(officer));
        answer.given().ifPresent(it -> page.addObject("own", it.isBy(Objects.requireNonNull(reader.getSubject()))));
        return Shown.answered(page, "sharing", answer);
    }

    private static String confirmation(Finding typed) {
        return typed.isUpheld()
                ? "You found that it was right to share without consent. Your finding is in the disclosure log."
                : "You found that it was not right. It has ended, nothing more goes out on it, and your finding is in the disclosure log.";
    }
}
