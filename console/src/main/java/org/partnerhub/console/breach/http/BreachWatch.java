package org.partnerhub.console.breach.http;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.partnerhub.console.breach.Breach;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.signin.StaffPage;
import org.partnerhub.console.today.Concern;
import org.partnerhub.console.today.Concern.Urgency;
import org.partnerhub.console.today.http.Watch;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Breaches whose 72 hours still run (UK GDPR Article 33(1)); whether the Commissioner has been told, the hub does not know. */
@Component
class BreachWatch implements Watch {

    private final OfficerCalls calls;

    BreachWatch(OfficerCalls calls) {
        this.calls = calls;
    }

    @Override
    public StaffPage page() {
        return StaffPage.BREACHES;
    }

    @Override
    public Answer<List<Concern>> concerns(OAuth2AuthorizedClient officer) {
        return calls.read(officer, "consent", calls.document(this::found), "/breach-reports");
    }

    private List<Concern> found(JsonNode answer) {
        Instant now = Instant.now();
        List<Breach> running = FoundBreaches.list(answer).stream()
                .filter(it -> it.notifyBy().isAfter(now))
                .sorted(Comparator.comparing(Breach::notifyBy))
                .toList();
        String next = running.stream().findFirst().map(Breach::notifyWhen).orElse("");
        return Concern.some(
                        Urgency.SOON,
                        running.size(),
                        "breach is to be told to the Commissioner by " + next,
                        "breaches are to be told to the Commissioner, the next by " + next,
                        page().path())
                .stream()
                .toList();
    }
}
