package org.partnerhub.consent.consent.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.ConsentTerms;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;

/** A consent as its recorder reads it back: codes and dates, nobody's name. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentAnswer(
        ConsentId id,
        PersonId person,
        String state,
        ConsentTerms.Answer decision,
        Set<Purpose> purposes,
        Set<Category> categories,
        ConsentTerms.Recipients recipients,
        LocalDate from,
        LocalDate until,
        PartnerId recordedBy,
        Instant recordedAt,
        @Nullable Instant withdrawnAt) {

    static ConsentAnswer of(ConsentRecord consent, LocalDate today) {
        ConsentTerms terms = consent.terms();
        return new ConsentAnswer(
                consent.id(),
                consent.subject(),
                consent.state(today),
                terms.decision(),
                terms.purposes(),
                terms.categories(),
                terms.recipients(),
                terms.from(),
                terms.until(),
                consent.recordedBy(),
                consent.recordedAt(),
                consent.withdrawnAt());
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
