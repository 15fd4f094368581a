package org.partnerhub.consent.recording.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
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

/** A consent as its recorder reads it back: codes and dates, nobody's name. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConsentAnswer(
        ConsentId id,
        PersonId person,
        int version,
        String state,
        ConsentTerms.Answer decision,
        Capacity capacity,
        Set<Purpose> purposes,
        Set<Category> categories,
        ConsentTerms.Recipients recipients,
        List<ConsentTerms.Excepted> exceptions,
        LocalDate from,
        LocalDate until,
        LocalDate obtainedOn,
        String evidence,
        PartnerId recordedBy,
        Instant recordedAt,
        @Nullable Instant withdrawnAt,
        List<Step> history) {

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
            @Nullable Set<Purpose> purposes,
            @Nullable Set<Category> categories,
            ConsentTerms.@Nullable Recipients recipients,
            @Nullable List<ConsentTerms.Excepted> exceptions,
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
                            terms.purposes(),
                            terms.categories(),
                            terms.recipients(),
                            terms.exceptions(),
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
                terms.purposes(),
                terms.categories(),
                terms.recipients(),
                terms.exceptions(),
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
