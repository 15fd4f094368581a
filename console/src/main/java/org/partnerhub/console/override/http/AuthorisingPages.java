package org.partnerhub.console.override.http;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.override.Authorisation;
import org.partnerhub.console.override.Sharing;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.page.http.Typed;
import org.partnerhub.console.policy.http.PurposeNames;
import org.partnerhub.console.words.Fault;
import org.partnerhub.contracts.sharing.Category;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an approver authorises sharing without consent, for a time and with a reason; another officer reviews it. */
@Controller
class AuthorisingPages {

    private static final String PAGE = "/share-without-consent";

    private final OfficerCalls calls;
    private final PurposeNames purposes;

    AuthorisingPages(OfficerCalls calls, PurposeNames purposes) {
        this.calls = calls;
        this.purposes = purposes;
    }

    @GetMapping(PAGE)
    ModelAndView form(@RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        return form(officer, Authorisation.empty());
    }

    @PostMapping(PAGE)
    ModelAndView authorise(
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes next) {
        Authorisation typed = typed(form);
        List<Fault> faults = typed.faults();
        if (!faults.isEmpty()) {
            return Shown.faulty(form(officer, typed), faults);
        }
        Answer<Sharing> answer = calls.once(
                officer,
                "consent",
                Typed.text(form, "key"),
                typed.sent(),
                calls.document(FoundSharings::one),
                "/overrides");
        if (answer instanceof Answer.Given<Sharing>) {
            next.addFlashAttribute(
                    "confirmation",
                    "You authorised sharing without consent. It is in force now and in the disclosure log, and another officer reviews it.");
            return new ModelAndView("redirect:/sharing-without-consent");
        }
        return Shown.troubled(form(officer, typed), answer);
    }

    private static Authorisation typed(MultiValueMap<String, String> form) {
        return new Authorisation(
                Typed.text(form, "person"),
                Typed.text(form, "purpose"),
                Typed.text(form, "ground"),
                Typed.text(form, "recipients"),
                form.getOrDefault("categories", List.of()),
                Typed.text(form, "reason"),
                Typed.text(form, "hours"),
                Typed.text(form, "despiteRefusal").equals("yes"));
    }

    private ModelAndView form(OAuth2AuthorizedClient officer, Authorisation typed) {
        return purposes.on(
                Shown.page("sharing-new")
                        .addObject("typed", typed)
                        .addObject("key", UUID.randomUUID().toString())
                        .addObject("grounds", Authorisation.grounds())
                        .addObject(
                                "categories",
                                Arrays.stream(Category.values())
                                        .map(Category::code)
                                        .toList()),
                officer);
    }
}
