package org.partnerhub.consent.register;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;

/**
 * Which consents an officer asks for, as {@code schema/consent-search.json} has it.
 *
 * @param reason why the officer looks
 * @param state how they stand today
 * @param endsBy in force today and over after this day
 * @param after the {@code next} of the page before
 * @param limit at most so many; 50 where it is absent
 */
public record RegisterQuestion(
        String reason,
        @Nullable UUID consent,
        @Nullable UUID person,
        @Nullable PartnerId recordedBy,
        @Nullable Purpose purpose,
        @Nullable String state,
        @Nullable LocalDate endsBy,
        @Nullable String after,
        @Nullable Integer limit) {

    private static final int USUAL = 50;

    public int most() {
        return limit == null ? USUAL : limit;
    }

    @Override
    public String toString() {
        return "RegisterQuestion[hidden]";
    }
}
