package org.partnerhub.consent.rights;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;

/**
 * A request as it stands.
 *
 * @param person about whom
 * @param wanted what they ask for, in their words
 * @param due last day to answer
 * @param extendedBecause why more time was needed; absent unless it was
 * @param answer absent while it is open
 * @param version counts from 1; each change makes the next
 */
public record RightsRequest(
        RequestId id,
        RequestKind kind,
        PersonId person,
        Asker asker,
        String wanted,
        LocalDate received,
        LocalDate due,
        @Nullable String extendedBecause,
        @Nullable Answer answer,
        String recordedBy,
        Instant recordedAt,
        int version) {

    /**
     * How it ended.
     *
     * @param words what the person is told
     * @param by the officer's account
     */
    public record Answer(Outcome outcome, String words, String by, Instant at) {
        @Override
        public String toString() {
            return "Answer[" + outcome.code() + "]";
        }
    }

    public boolean isOpen() {
        return answer == null;
    }

    public boolean isOverdue(LocalDate today) {
        return isOpen() && today.isAfter(due);
    }

    /** Once, and only while the first month lasts. */
    public boolean canBeExtended(LocalDate today) {
        return extendedBecause == null && !today.isAfter(due);
    }

    /** With more time. */
    public RightsRequest extended(String because) {
        return new RightsRequest(
                id,
                kind,
                person,
                asker,
                wanted,
                received,
                TimeLimit.extended(received),
                because,
                answer,
                recordedBy,
                recordedAt,
                version + 1);
    }

    public RightsRequest answered(Answer how) {
        return new RightsRequest(
                id,
                kind,
                person,
                asker,
                wanted,
                received,
                due,
                extendedBecause,
                how,
                recordedBy,
                recordedAt,
                version + 1);
    }

    @Override
    public String toString() {
        return "RightsRequest[" + id + "]";
    }
}
