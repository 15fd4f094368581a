package org.partnerhub.consent.rights.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.rights.Asker;
import org.partnerhub.consent.rights.RequestId;
import org.partnerhub.consent.rights.RequestKind;
import org.partnerhub.consent.rights.RightsRequest;
import org.partnerhub.contracts.identity.PersonId;

/** A request as officers read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestAnswer(
        RequestId id,
        RequestKind kind,
        PersonId person,
        Asker asker,
        String wanted,
        LocalDate received,
        LocalDate due,
        boolean overdue,
        @Nullable String extendedBecause,
        RightsRequest.@Nullable Answer answer,
        String recordedBy,
        Instant recordedAt,
        int version) {

    static RequestAnswer of(RightsRequest it, LocalDate today) {
        return new RequestAnswer(
                it.id(),
                it.kind(),
                it.person(),
                it.asker(),
                it.wanted(),
                it.received(),
                it.due(),
                it.isOverdue(today),
                it.extendedBecause(),
                it.answer(),
                it.recordedBy(),
                it.recordedAt(),
                it.version());
    }
}
