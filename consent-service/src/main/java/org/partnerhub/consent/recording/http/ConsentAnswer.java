package org.partnerhub.consent.recording.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.consent.Capacity;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.ConsentTerms;
import org.partnerhub.consent.consent.Happening;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/** A consent as its recorder reads it back: codes and dates, nobody's name. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConsentAnswer(
        ConsentId id,
        PersonId person,
        int version,
        String state,
        ConsentTerms.Answer decision,
        Capacity capacity,
        List<Purpose> purposes,
        List<Category> categories,
        Reach recipients,
        List<Kept> exceptions,
        LocalDate from,
        LocalDate until,
        LocalDate obtainedOn,
        String evidence,
        PartnerId recordedBy,
        Instant recordedAt,
        @Nullable Instant withdrawnAt,
        List<Step> history) {

    /** For whom; in one order, so that the same consent is always answered alike. */
    public record Reach(List<String> kinds, List<RecipientId> ids) {
        static Reach of(ConsentTerms.Recipients recipients) {
            return new Reach(
                    recipients.kinds().stream().sorted().toList(),
                    recipients.ids().stream()
                            .sorted(Comparator.comparing(RecipientId::value))
                            .toList());
        }
    }

    /** What is kept from whom all the same. */
    public record Kept(Reach recipients, List<Category> categories) {
        static Kept of(ConsentTerms.Excepted excepted) {
            return new Kept(
                    Reach.of(excepted.recipients()),
                    excepted.categories().stream().sorted().toList());
        }
    }

    private static List<Purpose> inOrder(Set<Purpose> purposes) {
        return purposes.stream().sorted(Comparator.comparing(Purpose::value)).toList();
    }

    private static List<Category> sorted(Set<Category> categories) {
        return categories.stream().sorted().toList();
    }

    private static List<Kept> kept(List<ConsentTerms.Excepted> exceptions) {
        return exceptions.stream().map(Kept::of).toList();
    }

    /**
     * One step of its history.
     *
     * @param what given, refused, renewed, narrowed, begun, expired or withdrawn
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(
            String what,
            Instant at,
            @Nullable PartnerId by,
            @Nullable Instant saidAt,
            @Nullable Capacity capacity,
            @Nullable List<Purpose> purposes,
            @Nullable List<Category> categories,
            @Nullable Reach recipients,
            @Nullable List<Kept> exceptions,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        static Step of(Happening happening) {
            ConsentTerms terms = happening.terms();
            String what = happening.what().code();
            return terms == null
                    ? new Step(
                            what,
                            happening.at(),
                            happening.by(),
                            happening.saidAt(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null)
                    : new Step(
                            what,
                            happening.at(),
                            happening.by(),
                            happening.saidAt(),
                            terms.givenBy().capacity(),
                            inOrder(terms.purposes()),
                            sorted(terms.categories()),
                            Reach.of(terms.recipients()),
                            kept(terms.exceptions()),
                            terms.from(),
                            terms.until());
        }
    }

    public static ConsentAnswer of(ConsentRecord consent, List<Happening> history, LocalDate today) {
        ConsentTerms terms = consent.terms();
        return new ConsentAnswer(
                consent.id(),
                consent.subject(),
                consent.version(),
                consent.state(today),
                terms.decision(),
                terms.givenBy().capacity(),
                inOrder(terms.purposes()),
                sorted(terms.categories()),
                Reach.of(terms.recipients()),
                kept(terms.exceptions()),
                terms.from(),
                terms.until(),
                terms.obtainedOn(),
                terms.evidence().kind(),
                consent.recordedBy(),
                consent.recordedAt(),
                consent.withdrawnAt(),
                history.stream().map(Step::of).toList());
    }

    /** The short answer to whoever has just sent it. */
    static Map<String, Object> recorded(ConsentRecord consent) {
        return Map.of(
                "id", consent.id(),
                "person", consent.subject(),
                "decision", consent.terms().decision(),
                "links", Map.of("self", "/consents/" + consent.id()));
    }
}
