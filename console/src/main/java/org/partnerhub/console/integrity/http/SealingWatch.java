package org.partnerhub.console.integrity.http;

import java.util.List;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.signin.StaffPage;
import org.partnerhub.console.today.Concern;
import org.partnerhub.console.today.Concern.Urgency;
import org.partnerhub.console.today.http.Watch;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Checkpoints that have stopped: sharing on consent waits until they resume. */
@Component
class SealingWatch implements Watch {

    private final OfficerCalls calls;

    SealingWatch(OfficerCalls calls) {
        this.calls = calls;
    }

    @Override
    public StaffPage page() {
        return StaffPage.INTEGRITY;
    }

    @Override
    public Answer<List<Concern>> concerns(OAuth2AuthorizedClient officer) {
        return calls.read(officer, "consent", calls.document(this::found), "/log/checkpoints?limit=1");
    }

    private List<Concern> found(JsonNode answer) {
        return answer.path("stopped").asBoolean(false)
                ? List.of(new Concern(
                        Urgency.LATE,
                        "The log is not being sealed: sharing on consent waits until it is. Tell the operators",
                        page().path()))
                : List.of();
    }
}
