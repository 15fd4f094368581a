package org.partnerhub.console.onboarding.http;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.onboarding.Onboarding;
import org.partnerhub.console.onboarding.TypedDecision;
import org.partnerhub.console.page.http.Shown;
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

/** Partners that are being taken on, and one of them with the second operator's decision. */
@Controller
class OnboardingPages {

    static final String LIST = "/deliveries/onboardings";
    static final String SERVICES_PATH = "/partners/onboardings";
    private static final String ONE = LIST + "/{id}";

    private final OfficerCalls calls;

    OnboardingPages(OfficerCalls calls) {
        this.calls = calls;
    }

    @GetMapping(LIST)
    ModelAndView list(@RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient operator) {
        var answer = calls.read(operator, "notification", calls.document(FoundOnboardings::list), SERVICES_PATH);
        return Shown.answered(Shown.page("onboardings"), "onboardings", answer);
    }

    @GetMapping(ONE)
    ModelAndView one(
            @PathVariable UUID id,
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient operator,
            @AuthenticationPrincipal OidcUser reader) {
        return shown(calls, id, operator, reader, TypedDecision.empty());
    }

    @PostMapping(ONE + "/decision")
    ModelAndView decide(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String approved,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int version,
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient operator,
            @AuthenticationPrincipal OidcUser reader,
            RedirectAttributes next) {
        TypedDecision typed = new TypedDecision(approved, reason, version);
        List<Fault> faults = typed.faults();
        if (!faults.isEmpty()) {
            return Shown.faulty(shown(calls, id, operator, reader, typed), faults);
        }
        Answer<Onboarding> answer = calls.send(
                operator,
                "notification",
                typed.sent(),
                calls.document(FoundOnboardings::one),
                SERVICES_PATH + "/{id}/decision",
                id);
        if (answer instanceof Answer.Given<Onboarding>) {
            next.addFlashAttribute("confirmation", confirmation(typed));
            return new ModelAndView("redirect:" + LIST + "/" + id);
        }
        return Shown.troubled(shown(calls, id, operator, reader, typed), answer);
    }

    /** The page of one as it stands now. */
    static ModelAndView shown(
            OfficerCalls calls, UUID id, OAuth2AuthorizedClient operator, OidcUser reader, TypedDecision typed) {
        Answer<Onboarding> answer = calls.read(
                operator, "notification", calls.document(FoundOnboardings::one), SERVICES_PATH + "/{id}", id);
        ModelAndView page = Shown.page("onboarding").addObject("typed", typed);
        answer.given().ifPresent(it -> page.addObject("own", it.isBy(Objects.requireNonNull(reader.getSubject()))));
        return Shown.answered(page, "onboarding", answer);
    }

    private static String confirmation(TypedDecision typed) {
        return typed.isApproved()
                ? "You approved it. The partner stands in the directory with its places; the act is in the disclosure log."
                : "You refused it. Nothing was changed in the directory; the act is in the disclosure log.";
    }
}
