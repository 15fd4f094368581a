package org.partnerhub.fhir.referral;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * How a referral stands, as far as referral-service told this caller: every answer of it is a disclosure that was decided.
 *
 * @param state of the whole; absent where it may not be told
 * @param withheld why not
 */
public record Standing(
        ReferralId id,
        PersonId person,
        @Nullable PartnerId sender,
        @Nullable Instant receivedAt,
        @Nullable String state,

        @JsonProperty("recipients") @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<Part> parts,

        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Withheld> withheld) {

    public Standing {
        parts = List.copyOf(parts);
        withheld = List.copyOf(withheld);
    }

    /** How it stands at one recipient; the state is a code of Task's. */
    public record Part(
            RecipientId recipient,
            Purpose purpose,
            String state,
            @Nullable String reason,
            @Nullable String betterPlace,
            @Nullable String outcome,
            @Nullable Instant answerBy,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<Happened> history) {

        public Part {
            history = List.copyOf(history);
        }

        /** Grows with everything that happens there, and only then. */
        public int version() {
            return history.size() + 1;
        }

        public Optional<Instant> changedAt() {
            return history.stream().map(Happened::at).max(Instant::compareTo);
        }
    }

    /** Something that happened. */
    public record Happened(Instant at) {}

    /** What may not be told, and why. */
    public record Withheld(List<String> reasons) {
        public Withheld {
            reasons = List.copyOf(reasons);
        }
    }

    public boolean sentBy(PartnerId partner) {
        return partner.equals(sender);
    }

    public boolean mayBeTold() {
        return state != null;
    }

    /** Grows with everything that happens anywhere. */
    public int version() {
        return 1 + parts.stream().mapToInt(Part::version).sum();
    }

    public Optional<Part> part(TaskId task) {
        return parts.stream().filter(part -> TaskId.of(id, part).equals(task)).findFirst();
    }
}
