package org.partnerhub.console.agreement.http;

import java.util.Arrays;
import java.util.List;
import org.partnerhub.console.agreement.Agreement;
import org.partnerhub.console.agreement.Entered;
import org.partnerhub.console.agreement.Renewal;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.page.http.Typed;
import org.partnerhub.console.policy.http.PurposeNames;
import org.partnerhub.console.staff.http.StaffNames;
import org.partnerhub.console.words.Fault;
import org.partnerhub.contracts.sharing.Category;
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

/** Agreements: the register with what wants attention first, one with its history and new days, and a new one. */
@Controller
class AgreementPages {

    private static final String LIST = "/agreements";
    private static final String NEW = "/agreements/new";
    private static final String ONE = "/agreements/{reference}";
    private static final String CONSENT = "consent";

    private final OfficerCalls calls;
    private final StaffNames staff;
    private final PurposeNames purposes;

    AgreementPages(OfficerCalls calls, StaffNames staff, PurposeNames purposes) {
        this.calls = calls;
        this.staff = staff;
        this.purposes = purposes;
    }

    @GetMapping(LIST)
    ModelAndView list(@RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        var answer = calls.read(officer, CONSENT, calls.document(FoundAgreements::list), "/agreements?limit=200");
        return Shown.answered(Shown.page("agreements"), "register", answer);
    }

    @GetMapping(NEW)
    ModelAndView form(@RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        return form(officer, Entered.empty());
    }

    @PostMapping(NEW)
    ModelAndView enter(
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next) {
        Entered typed = new Entered(
                Typed.text(form, "reference"),
                Typed.text(form, "partner"),
                form.getOrDefault("purposes", List.of()),
                form.getOrDefault("categories", List.of()),
                Typed.day(form, "from"),
                Typed.day(form, "until"),
                Typed.day(form, "reviewOn"),
                Typed.text(form, "signedBy"));
        List<Fault> faults = typed.faults();
        if (!faults.isEmpty()) {
            return Shown.faulty(form(officer, typed), faults);
        }
        Answer<Agreement> sent = calls.send(officer, CONSENT, typed.sent(), calls.document(FoundAgreements::one), LIST);
        if (sent instanceof Answer.Given<Agreement>) {
            next.addFlashAttribute(
                    "confirmation",
                    "The agreement is entered and in the disclosure log. What was parked for want of it is decided again.");
            return new ModelAndView("redirect:" + LIST);
        }
        return Shown.troubled(form(officer, typed), sent);
    }

    @GetMapping(ONE)
    ModelAndView one(
            @PathVariable String reference, @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        return shown(officer, read(reference, officer), Renewal.empty());
    }

    @PostMapping(ONE + "/days")
    ModelAndView renew(
            @PathVariable String reference,
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next) {
        Renewal typed = new Renewal(
                version(form), Typed.day(form, "until"), Typed.day(form, "reviewOn"), Typed.text(form, "reason"));
        Answer<Agreement> present = read(reference, officer);
        List<Fault> faults = typed.faults();
        if (!faults.isEmpty() || present.given().isEmpty()) {
            return Shown.faulty(shown(officer, present, typed), faults);
        }
        Answer<Agreement> changed = calls.change(
                officer,
                CONSENT,
                typed.sent(present.given().orElseThrow()),
                calls.document(FoundAgreements::one),
                ONE,
                reference);
        if (changed instanceof Answer.Given<Agreement>) {
            next.addFlashAttribute(
                    "confirmation",
                    "The agreement has its new days. Decisions from now on go by them, and the change is in the disclosure log.");
            return new ModelAndView("redirect:" + LIST + "/" + reference);
        }
        return Shown.troubled(shown(officer, present, typed), changed);
    }

    private static int version(MultiValueMap<String, String> form) {
        String typed = Typed.text(form, "version");
        return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 0;
    }

    private Answer<Agreement> read(String reference, OAuth2AuthorizedClient officer) {
        return calls.read(officer, CONSENT, calls.document(FoundAgreements::one), ONE, reference);
    }

    private ModelAndView shown(OAuth2AuthorizedClient officer, Answer<Agreement> answer, Renewal typed) {
        ModelAndView page = Shown.page("agreement").addObject("typed", typed).addObject("staff", staff.ask(officer));
        return Shown.answered(page, "agreement", answer);
    }

    private ModelAndView form(OAuth2AuthorizedClient officer, Entered typed) {
        return purposes.on(
                Shown.page("agreement-new")
                        .addObject("typed", typed)
                        .addObject(
                                "categories",
                                Arrays.stream(Category.values())
                                        .map(Category::code)
                                        .toList()),
                officer);
    }
}
