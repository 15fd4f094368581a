package org.partnerhub.console.sample.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.log.Filters;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.page.http.Typed;
import org.partnerhub.console.policy.http.PurposeNames;
import org.partnerhub.console.sample.Sample;
import org.partnerhub.console.sample.WantedSample;
import org.partnerhub.console.staff.http.StaffNames;
import org.partnerhub.console.words.Fault;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Audit samples: those that were drawn and how far they have got, a new one, and one with its entries. */
@Controller
class SamplePages {

    private static final String LIST = "/audit-samples";
    private static final String NEW = "/audit-samples/new";
    private static final String CONSENT = "consent";

    private final OfficerCalls calls;
    private final StaffNames staff;
    private final PurposeNames purposes;

    SamplePages(OfficerCalls calls, StaffNames staff, PurposeNames purposes) {
        this.calls = calls;
        this.staff = staff;
        this.purposes = purposes;
    }

    @GetMapping(LIST)
    ModelAndView list(@RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        var answer = calls.read(officer, CONSENT, calls.document(FoundSamples::list), "/log/samples?limit=100");
        return Shown.answered(Shown.page("samples"), "samples", answer);
    }

    @GetMapping(NEW)
    ModelAndView form(@RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        return form(officer, WantedSample.empty());
    }

    @PostMapping(NEW)
    ModelAndView draw(
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next) {
        WantedSample wanted = wanted(form);
        List<Fault> faults = wanted.faults();
        if (!faults.isEmpty()) {
            return Shown.faulty(form(officer, wanted), faults);
        }
        Answer<Sample> drawn =
                calls.send(officer, CONSENT, wanted.sent(), calls.document(FoundSamples::one), "/log/samples");
        if (drawn instanceof Answer.Given<Sample>(var sample)) {
            next.addFlashAttribute(
                    "confirmation",
                    "The sample is drawn. That you drew it, and why, is in the disclosure log, under each person in it too.");
            return new ModelAndView("redirect:" + LIST + "/" + sample.id());
        }
        return Shown.troubled(form(officer, wanted), drawn);
    }

    @GetMapping(LIST + "/{id}")
    ModelAndView one(@PathVariable UUID id, @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        return Shown.answered(
                Shown.page("sample").addObject("staff", staff.ask(officer)),
                "sample",
                calls.read(officer, CONSENT, calls.document(FoundSamples::one), "/log/samples/{id}", id));
    }

    private ModelAndView form(OAuth2AuthorizedClient officer, WantedSample wanted) {
        return purposes.on(
                Shown.page("sample-new")
                        .addObject("typed", wanted)
                        .addObject("kinds", WantedSample.KINDS)
                        .addObject("choices", Filters.CHOICES),
                officer);
    }

    private static WantedSample wanted(MultiValueMap<String, String> form) {
        Map<String, String> filter = new HashMap<>();
        Filters.ALL.forEach(it -> filter.put(it, Typed.text(form, it)));
        return new WantedSample(
                Typed.text(form, "reason"),
                Typed.text(form, "size"),
                Typed.day(form, "from"),
                Typed.day(form, "until"),
                form.getOrDefault("kinds", List.of()),
                filter,
                Typed.text(form, "seed"));
    }
}
