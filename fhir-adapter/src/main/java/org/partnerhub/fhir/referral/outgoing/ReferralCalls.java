package org.partnerhub.fhir.referral.outgoing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.fhir.referral.Standing;
import org.partnerhub.fhir.referral.TaskChange;
import org.partnerhub.fhir.sibling.outgoing.CallerCalls;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** referral-service's calls about the caller's own referrals; it decides each reading and holds the one state machine. */
@Component
public class ReferralCalls {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SERVICE = "referral";

    private final CallerCalls calls;

    ReferralCalls(CallerCalls calls) {
        this.calls = calls;
    }

    /**
     * A page of referrals.
     *
     * @param next the query of the next page, as referral-service gives it; absent on the last
     */
    public record Page(List<ReferralId> referrals, @Nullable String next) {
        public Page {
            referrals = List.copyOf(referrals);
        }
    }

    public Standing read(ReferralId referral, String token) {
        return JSON.treeToValue(
                calls.get(SERVICE, "/referrals/{id}", Map.of("id", referral.toString()), token), Standing.class);
    }

    /** The caller's own, newest first; the filter's names are those of the call. */
    public Page list(Map<String, String> filter, String token) {
        Map<String, String> sorted = new TreeMap<>(filter);
        StringBuilder uri = new StringBuilder("/referrals");
        sorted.keySet()
                .forEach(name -> uri.append(uri.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append("={")
                        .append(name)
                        .append('}'));
        JsonNode page = calls.get(SERVICE, uri.toString(), sorted, token);
        List<ReferralId> ids = new ArrayList<>();
        page.path("items").forEach(item -> ids.add(ReferralId.of(item.path("id").asString())));
        return new Page(ids, page.path("links").path("next").asString(null));
    }

    /** Has a change of one recipient's part done. */
    public void change(ReferralId referral, RecipientId recipient, TaskChange change, String key, String token) {
        switch (change) {
            case TaskChange.Nothing() -> {}
            case TaskChange.Response response -> post(referral, "responses", response.from(recipient), null, token);
            case TaskChange.Cancellation cancellation ->
                post(referral, "cancellation", cancellation.at(recipient), null, token);
            case TaskChange.Words words -> post(referral, "updates", words.body(), key, token);
        }
    }

    /** Has a change of the whole done. */
    public void change(ReferralId referral, TaskChange change, String key, String token) {
        switch (change) {
            case TaskChange.Nothing() -> {}
            case TaskChange.Response _ -> throw new IllegalArgumentException("A recipient answers for itself alone.");
            case TaskChange.Cancellation cancellation ->
                post(referral, "cancellation", cancellation.everywhere(), null, token);
            case TaskChange.Words words -> post(referral, "updates", words.body(), key, token);
        }
    }

    private void post(ReferralId referral, String call, Map<String, Object> body, @Nullable String key, String token) {
        calls.post(SERVICE, "/referrals/" + referral + "/" + call, body, token, key);
    }
}
