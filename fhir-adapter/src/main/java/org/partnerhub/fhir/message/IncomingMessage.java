package org.partnerhub.fhir.message;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.stay.StayReport;

/** What a partner's message says, in the hub's words. */
public sealed interface IncomingMessage {

    /** The Bundle's id, by which an answer names it. */
    String id();

    /** What was taken with reservations, for the sender to hear. */
    List<String> remarks();

    /**
     * An answer to a referral.
     *
     * @param answers id of the hub's message that it answers
     * @param referral the hub's reference, where the ServiceRequest carries it
     * @param state as schema/response.json lists them
     * @param words a message to the referrer
     * @param unplaced what else the message holds, in the form of schema/definitions.json, where it is kept
     */
    record Answer(
            String id,
            @Nullable String answers,
            @Nullable String referral,
            String state,
            @Nullable String reason,
            @Nullable String betterPlace,
            @Nullable String outcome,
            @Nullable String words,
            Map<String, Object> unplaced,
            List<String> remarks)
            implements IncomingMessage {

        public Answer {
            unplaced = Map.copyOf(unplaced);
            remarks = List.copyOf(remarks);
        }

        @Override
        public String toString() {
            return "Answer[" + id + ", " + state + "]";
        }
    }

    /**
     * What a sender adds to a referral of its own.
     *
     * @param referral the hub's reference, where the ServiceRequest carries it
     * @param update in the form of schema/update.json
     * @param remarks what was taken with reservations, for the sender to hear
     */
    record Update(String id, @Nullable String referral, Map<String, Object> update, List<String> remarks)
            implements IncomingMessage {

        public Update {
            update = Map.copyOf(update);
            remarks = List.copyOf(remarks);
        }

        @Override
        public String toString() {
            return "Update[" + id + "]";
        }
    }

    /**
     * A sender takes a referral of its own back.
     *
     * @param referral the hub's reference, where the ServiceRequest carries it
     * @param reason a code
     */
    record Cancellation(
            String id, @Nullable String referral, String reason, boolean enteredInError, List<String> remarks)
            implements IncomingMessage {

        public Cancellation {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * What a hospital told about a stay.
     *
     * @param remarks what was taken with reservations, for the sender to hear
     */
    record StayTold(String id, StayReport report, List<String> remarks) implements IncomingMessage {

        public StayTold {
            remarks = List.copyOf(remarks);
        }

        @Override
        public String toString() {
            return "StayTold[" + id + "]";
        }
    }

    /**
     * A referral.
     *
     * @param referral in the form of schema/referral.json
     * @param remarks what was taken with reservations, for the sender to hear
     */
    record NewReferral(String id, Map<String, Object> referral, List<String> remarks) implements IncomingMessage {

        public NewReferral {
            referral = Map.copyOf(referral);
            remarks = List.copyOf(remarks);
        }

        @Override
        public String toString() {
            return "NewReferral[" + id + "]";
        }
    }
}
