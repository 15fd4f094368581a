package org.partnerhub.fhir.consent;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/** A consent as consent-service tells it to the partner that recorded it; schema answers.json, consent. */
public record RecordedConsent(
        ConsentId id,
        PersonId person,
        String state,
        String decision,
        String capacity,
        List<Purpose> purposes,
        List<Category> categories,
        Reach recipients,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Kept> exceptions,
        LocalDate from,
        LocalDate until,
        LocalDate obtainedOn,
        String evidence,
        PartnerId recordedBy,
        Instant recordedAt,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Step> history) {

    public RecordedConsent {
        purposes = List.copyOf(purposes);
        categories = List.copyOf(categories);
        exceptions = List.copyOf(exceptions);
        history = List.copyOf(history);
    }

    /** For whom. */
    public record Reach(
            @Nullable Set<String> kinds, @Nullable Set<RecipientId> ids) {
        Terms.Reach reach() {
            return new Terms.Reach(kinds == null ? Set.of() : kinds, ids == null ? Set.of() : ids);
        }
    }

    /** What is kept from whom. */
    public record Kept(Reach recipients, @Nullable Set<Category> categories) {
        Terms.Excepted excepted() {
            return new Terms.Excepted(recipients.reach(), categories == null ? Set.of() : categories);
        }
    }

    /** Something that happened to it. */
    public record Step(String what, Instant at) {}

    public boolean isOver() {
        return state.equals("withdrawn") || state.equals("expired");
    }

    /** Grows with everything that happens to it. */
    public int version() {
        return Math.max(1, history.size());
    }

    public Terms terms() {
        return new Terms(
                decision,
                capacity,
                Set.copyOf(purposes),
                recipients.reach(),
                Set.copyOf(categories),
                from,
                until,
                obtainedOn,
                evidence,
                exceptions == null
                        ? List.of()
                        : exceptions.stream().map(Kept::excepted).toList());
    }
}
