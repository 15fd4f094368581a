package org.partnerhub.quickstart.partner;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.partnerhub.contracts.schema.Schemas;
import org.partnerhub.quickstart.partner.SignedMessage.Signature;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a careful receiver checks before it believes a message: by the hub, for here, now, unchanged, and as the contract says. */
final class MessageCheck {

    private static final Set<String> MUST_COVER =
            Set.of("@method", "@authority", "@path", "content-digest", "hub-delivery");

    /** How far the clocks of hub and receiver may stand apart. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HubKeys keys;
    private final Clock clock;

    MessageCheck(HubKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** What is wrong with a message, without repeating anything that it says; empty when all is well. */
    List<String> complaints(SignedMessage message) {
        List<String> complaints = new ArrayList<>();
        if (message.signatures().values().stream().noneMatch(this::isGood)) {
            complaints.add("No signature of the hub verifies.");
        }
        if (!digest(message.body()).equals(message.header("content-digest"))) {
            complaints.add("The body is not the one that was signed.");
        }
        if (!isTest(message)) {
            complaints.addAll(bodyComplaints(message));
        }
        return complaints;
    }

    /** A test is about nobody: nothing of it is kept. */
    static boolean isTest(SignedMessage message) {
        return "1".equals(message.header("hub-test"));
    }

    private boolean isGood(Signature signature) {
        long now = clock.instant().getEpochSecond();
        return signature.covered().containsAll(MUST_COVER)
                && "ed25519".equals(signature.parameters().get("alg"))
                && signature.time("created") <= now + SKEW.toSeconds()
                && signature.time("expires") >= now - SKEW.toSeconds()
                && keys.verify(
                        signature.parameters().getOrDefault("keyid", ""),
                        signature.base(),
                        Base64.getDecoder().decode(signature.value()));
    }

    private static List<String> bodyComplaints(SignedMessage message) {
        try {
            JsonNode body = JSON.readTree(message.body());
            List<String> complaints = new ArrayList<>();
            Schemas.bundled()
                    .violations("disclosure", body)
                    .forEach(it -> complaints.add(it.pointer() + ": " + it.remedy()));
            if (!body.path("delivery").asString("").equals(message.header("hub-delivery"))) {
                complaints.add("Hub-Delivery names another delivery than the body.");
            }
            return complaints;
        } catch (JacksonException noJson) {
            return List.of("The body is not JSON.");
        }
    }

    private static String digest(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return "sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":";
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256.", absent);
        }
    }
}
