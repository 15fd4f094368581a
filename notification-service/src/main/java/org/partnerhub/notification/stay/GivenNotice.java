package org.partnerhub.notification.stay;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice that was given.
 *
 * @param id of the delivery, the same on every attempt
 * @param visit the admission that it was given for, with the number of the visit
 * @param arrivedAt when it lay where its recipient can have it; absent while it is under way or waits for an operator
 * @param byHand whether an operator has to take it there
 * @param withdrawn whether it was taken back
 * @param about the notice that it chases, withdraws or explains
 */
public record GivenNotice(
        UUID id,
        UUID visit,
        int number,
        NoticeKind kind,
        Addressee to,
        @Nullable Section section,
        Instant givenAt,
        @Nullable Instant arrivedAt,
        @Nullable Instant acknowledgedAt,
        boolean byHand,
        boolean withdrawn,
        @Nullable UUID about) {

    public boolean isFor(Visit it) {
        return visit.equals(it.id()) && number == it.number();
    }
}
