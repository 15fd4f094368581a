package org.partnerhub.console.onboarding.http;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.Trouble;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.onboarding.IssuedClient;
import org.partnerhub.console.onboarding.TypedDecision;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.words.Fault;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Makes an approved partner's client; its secret is in the one page that answers, and is never redirected to or kept. */
@Controller
class ClientPages {

    private static final int LONGEST_REASON = 500;
    private static final String PATH = OnboardingPages.SERVICES_PATH + "/{id}/client";

    private final OfficerCalls calls;

    ClientPages(OfficerCalls calls) {
        this.calls = calls;
    }

    @PostMapping(OnboardingPages.LIST + "/{id}/client")
    ModelAndView make(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int version,
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient operator,
            @AuthenticationPrincipal OidcUser reader) {
        String why = reason.strip();
        var typed = new TypedDecision("", why, version);
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            return Shown.faulty(
                    OnboardingPages.shown(calls, id, operator, reader, typed),
                    List.of(new Fault("reason", "Enter the reason in 1 to 500 characters.")));
        }
        Map<String, Object> body = Map.of("reason", why, "version", version);
        Answer<IssuedClient> made =
                calls.send(operator, "notification", body, calls.document(FoundOnboardings::client), PATH, id);
        ModelAndView page = OnboardingPages.shown(calls, id, operator, reader, typed);
        return made instanceof Answer.NotNow<IssuedClient> ? notMade(page) : Shown.answered(page, "client", made);
    }

    /** The service says the same where somebody was faster and where Keycloak declines; how it stands now tells them apart. */
    private static ModelAndView notMade(ModelAndView page) {
        page.setStatus(HttpStatus.CONFLICT);
        return page.addObject(
                "trouble",
                new Trouble(
                        HttpStatus.CONFLICT.value(),
                        List.of(
                                "No client was made. If it has one already, somebody else was faster.",
                                "If it has none, Keycloak did not take it: one of this name may be there. Ask whoever runs Keycloak to look.")));
    }
}
