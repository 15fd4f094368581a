package org.partnerhub.console.onboarding.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.onboarding.Onboarding;
import org.partnerhub.console.signin.StaffPage;
import org.partnerhub.console.today.Concern;
import org.partnerhub.console.today.Concern.Urgency;
import org.partnerhub.console.today.http.Watch;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Partners that wait to be approved, or for their client. */
@Component
class OnboardingWatch implements Watch {

    private final OfficerCalls calls;

    OnboardingWatch(OfficerCalls calls) {
        this.calls = calls;
    }

    @Override
    public StaffPage page() {
        return StaffPage.DELIVERIES;
    }

    @Override
    public Answer<List<Concern>> concerns(OAuth2AuthorizedClient officer) {
        return calls.read(
                officer, "notification", calls.document(OnboardingWatch::found), OnboardingPages.SERVICES_PATH);
    }

    private static List<Concern> found(JsonNode answer) {
        List<Onboarding> all = FoundOnboardings.list(answer);
        return Stream.of(
                        waiting(
                                all.stream().filter(Onboarding::isProposed).count(),
                                "new partner waits for another operator’s word",
                                "new partners wait for another operator’s word"),
                        waiting(
                                all.stream().filter(Onboarding::isApproved).count(),
                                "approved partner has no client yet",
                                "approved partners have no client yet"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Concern> waiting(long count, String one, String several) {
        return Concern.some(Urgency.WAITING, count, one, several, OnboardingPages.LIST);
    }
}
