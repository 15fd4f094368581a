package org.partnerhub.consent.consent;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/** What was agreed or refused, as {@code schema/consent-terms.json} has it. */
public record ConsentTerms(
        Answer decision,
        GivenBy givenBy,
        Set<Purpose> purposes,
        Recipients recipients,
        Set<Category> categories,
        LocalDate from,
        LocalDate until,
        Evidence evidence,
        LocalDate obtainedOn) {

    public ConsentTerms {
        purposes = Set.copyOf(purposes);
        categories = Set.copyOf(categories);
    }

    /** Given or refused. */
    public enum Answer {
        @JsonProperty("given")
        GIVEN,
        @JsonProperty("refused")
        REFUSED
    }

    /**
     * Who decided.
     *
     * @param name where it is not the child
     */
    public record GivenBy(
            Capacity capacity,
            @Nullable String name,
            @Nullable Assessor assessor) {
        @Override
        public String toString() {
            return "GivenBy[" + capacity + "]";
        }
    }

    /** Who assessed Gillick competence. */
    public record Assessor(String name, String role, LocalDate assessedOn) {
        @Override
        public String toString() {
            return "Assessor[hidden]";
        }
    }

    /** For whom: by kind, by name, or both. */
    public record Recipients(
            @JsonSetter(nulls = Nulls.AS_EMPTY) Set<String> kinds,
            @JsonSetter(nulls = Nulls.AS_EMPTY) Set<RecipientId> ids) {
        public Recipients {
            kinds = Set.copyOf(kinds);
            ids = Set.copyOf(ids);
        }

        boolean cover(RecipientId id, String kind) {
            return kinds.contains(kind) || ids.contains(id);
        }
    }

    public record Evidence(String kind, @Nullable String reference) {}
}
