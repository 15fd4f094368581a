package org.partnerhub.fhir.referral;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.RecipientId;

/** What somebody wants to become of a referral, in the words of referral-service's calls. */
public sealed interface TaskChange {

    /** It is so already. */
    record Nothing() implements TaskChange {}

    /**
     * A recipient's answer.
     *
     * @param state as schema/response.json lists them
     */
    record Response(
            String state,
            @Nullable String reason,
            @Nullable String betterPlace,
            @Nullable String outcome,
            @Nullable String words)
            implements TaskChange {

        /** The body of the call. */
        public Map<String, Object> from(RecipientId recipient) {
            Map<String, Object> body = new HashMap<>();
            body.put("recipient", recipient.value());
            body.put("state", state);
            put(body, "reason", reason);
            put(body, "betterPlace", betterPlace);
            put(body, "outcome", outcome);
            put(body, "message", words);
            return body;
        }

        private static void put(Map<String, Object> body, String name, @Nullable String value) {
            if (value != null) {
                body.put(name, value);
            }
        }
    }

    /** The sender takes it back. */
    record Cancellation(String reason, boolean enteredInError) implements TaskChange {

        /** The body of the call that takes it back at one recipient. */
        public Map<String, Object> at(RecipientId recipient) {
            return Map.of("recipient", recipient.value(), "reason", reason, "enteredInError", enteredInError);
        }

        /** The body of the call that takes it back everywhere. */
        public Map<String, Object> everywhere() {
            return Map.of("reason", reason, "enteredInError", enteredInError);
        }
    }

    /** The sender adds words, for everybody who has the referral. */
    record Words(String words) implements TaskChange {

        public Map<String, Object> body() {
            return Map.of("message", words);
        }
    }
}
