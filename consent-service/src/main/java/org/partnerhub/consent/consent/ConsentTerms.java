package org.partnerhub.consent.consent;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * What was agreed or refused, as {@code schema/consent-terms.json} has it.
 *
 * @param exceptions what is kept from some of the recipients all the same; a refusal has none
 */
public record ConsentTerms(
        Answer decision,
        GivenBy givenBy,
        Set<Purpose> purposes,
        Recipients recipients,
        Set<Category> categories,
        LocalDate from,
        LocalDate until,
        Evidence evidence,
        LocalDate obtainedOn,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Excepted> exceptions) {

    public ConsentTerms {
        purposes = Set.copyOf(purposes);
        categories = Set.copyOf(categories);
        exceptions = List.copyOf(exceptions);
    }

    /** Terms without an exception. */
    public ConsentTerms(
            Answer decision,
            GivenBy givenBy,
            Set<Purpose> purposes,
            Recipients recipients,
            Set<Category> categories,
            LocalDate from,
            LocalDate until,
            Evidence evidence,
            LocalDate obtainedOn) {
        this(decision, givenBy, purposes, recipients, categories, from, until, evidence, obtainedOn, List.of());
    }

    /** The same for another period. */
    public ConsentTerms lasting(LocalDate first, LocalDate last) {
        return new ConsentTerms(
                decision, givenBy, purposes, recipients, categories, first, last, evidence, obtainedOn, exceptions);
    }

    boolean except(Recipient recipient, Category category) {
        return exceptions.stream().anyMatch(it -> it.covers(recipient, category));
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

        public boolean cover(RecipientId id, String kind) {
            return kinds.contains(kind) || ids.contains(id);
        }
    }

    /**
     * What is kept from some recipients.
     *
     * @param categories none: everything is kept from them
     */
    public record Excepted(
            Recipients recipients,
            @JsonSetter(nulls = Nulls.AS_EMPTY) Set<Category> categories) {
        public Excepted {
            categories = Set.copyOf(categories);
        }

        boolean covers(Recipient recipient, Category category) {
            return recipients.cover(recipient.id(), recipient.kind())
                    && (categories.isEmpty() || categories.contains(category));
        }
    }

    public record Evidence(String kind, @Nullable String reference) {}
}
