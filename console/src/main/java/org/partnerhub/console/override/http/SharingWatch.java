package org.partnerhub.console.override.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.override.ReviewState;
import org.partnerhub.console.override.Sharing;
import org.partnerhub.console.signin.StaffPage;
import org.partnerhub.console.today.Concern;
import org.partnerhub.console.today.Concern.Urgency;
import org.partnerhub.console.today.http.Watch;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Sharing without consent that waits for its review. */
@Component
class SharingWatch implements Watch {

    private final OfficerCalls calls;

    SharingWatch(OfficerCalls calls) {
        this.calls = calls;
    }

    @Override
    public StaffPage page() {
        return StaffPage.OVERRIDES;
    }

    @Override
    public Answer<List<Concern>> concerns(OAuth2AuthorizedClient officer) {
        return calls.read(officer, "consent", calls.document(this::found), "/overrides");
    }

    private List<Concern> found(JsonNode answer) {
        List<Sharing> waiting = FoundSharings.list(answer).waiting();
        long late = waiting.stream()
                .filter(it -> it.review().state() == ReviewState.ESCALATED)
                .count();
        return Stream.of(
                        Concern.some(
                                Urgency.LATE,
                                late,
                                "sharing without consent has not been reviewed within three working days",
                                "sharings without consent have not been reviewed within three working days",
                                page().path()),
                        Concern.some(
                                Urgency.WAITING,
                                waiting.size() - late,
                                "sharing without consent waits for review",
                                "sharings without consent wait for review",
                                page().path()))
                .flatMap(Optional::stream)
                .toList();
    }
}
