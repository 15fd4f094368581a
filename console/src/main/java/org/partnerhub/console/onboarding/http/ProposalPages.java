package org.partnerhub.console.onboarding.http;

import java.util.List;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.onboarding.Onboarding;
import org.partnerhub.console.onboarding.TypedPartner;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.words.Fault;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an operator proposes a new partner; another one decides. */
@Controller
class ProposalPages {

    private static final String NEW = OnboardingPages.LIST + "/new";

    private final OfficerCalls calls;

    ProposalPages(OfficerCalls calls) {
        this.calls = calls;
    }

    @GetMapping(NEW)
    ModelAndView form() {
        return form(TypedPartner.empty());
    }

    @PostMapping(NEW)
    ModelAndView propose(
            @RequestParam MultiValueMap<String, String> form,
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient operator,
            RedirectAttributes next) {
        TypedPartner typed = TypedForm.partner(form);
        if (TypedForm.text(form, "do").equals("another-place")) {
            return form(typed.withAnotherPlace());
        }
        List<Fault> faults = typed.faults();
        if (!faults.isEmpty()) {
            return Shown.faulty(form(typed), faults);
        }
        Answer<Onboarding> answer = calls.send(
                operator,
                "notification",
                typed.sent(),
                calls.document(FoundOnboardings::one),
                OnboardingPages.SERVICES_PATH);
        return switch (answer) {
            case Answer.Given<Onboarding>(var proposed) -> {
                next.addFlashAttribute(
                        "confirmation",
                        "You proposed the partner. Nothing happens until another operator approves it; the act is in the disclosure log.");
                yield new ModelAndView("redirect:" + OnboardingPages.LIST + "/" + proposed.id());
            }
            case Answer.NotNow<Onboarding> _ ->
                Shown.faulty(
                        form(typed),
                        List.of(
                                new Fault(
                                        "partner-id",
                                        "A partner of this id is proposed or taken on already. Choose another id, or look at the list.")));
            case Answer.NotAllowed<Onboarding> _,
                    Answer.NotThere<Onboarding> _,
                    Answer.NotAccepted<Onboarding> _,
                    Answer.Unavailable<Onboarding> _ -> Shown.troubled(form(typed), answer);
        };
    }

    private static ModelAndView form(TypedPartner typed) {
        return Shown.page("onboarding-new").addObject("typed", typed);
    }
}
