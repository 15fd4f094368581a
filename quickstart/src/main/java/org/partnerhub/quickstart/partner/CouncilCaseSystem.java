package org.partnerhub.quickstart.partner;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.partnerhub.quickstart.partner.PartnerClient.Answer;
import tools.jackson.databind.JsonNode;

/** The council's case system: takes referrals for the early help hub and answers them, at once or later. */
public final class CouncilCaseSystem extends PartnerSystem {

    private final PartnerClient client;

    /** Starts it. */
    public CouncilCaseSystem(Listening listening, HubKeys keys, PartnerClient client) {
        super(listening, "/case-system/contacts", "EHM", keys);
        this.client = client;
    }

    /**
     * Answers a referral that it received, with the council's own token.
     *
     * @param state accepted, rejected, more-information, in-progress or completed
     * @param more further fields of schema/response.json, such as reason
     */
    public Answer answer(JsonNode disclosure, String state, Map<String, String> more) {
        String referral = disclosure.path("reference").asString().replaceFirst("^referral/", "");
        Map<String, String> body = new HashMap<>(more);
        body.put("recipient", disclosure.path("recipient").asString());
        body.put("state", state);
        return client.post("/referrals/" + referral + "/responses", body);
    }

    /** Answers later, as somebody who reads it tomorrow would. */
    public CompletableFuture<Answer> answerLater(
            Duration after, JsonNode disclosure, String state, Map<String, String> more) {
        return CompletableFuture.supplyAsync(
                () -> answer(disclosure, state, more),
                CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS));
    }
}
