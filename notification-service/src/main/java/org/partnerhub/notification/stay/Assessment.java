package org.partnerhub.notification.stay;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a stay on a day.
 *
 * @param section absent where none applies or nobody knows yet
 * @param authority GSS code of the responsible council
 * @param provisional whether section or authority is the one that is safest until a person has settled it
 * @param overdueSince day since which it is overdue under the local procedure
 * @param breachSince day since which it is a breach of the Act
 * @param silentSince day since which a council owes an acknowledgement
 * @param seenTo whether a council has acknowledged that it was told
 * @param findings each rule's, in the order in which they were asked
 * @param due notices that have to be given now
 */
public record Assessment(
        Standing standing,
        @Nullable Section section,
        @Nullable String authority,
        boolean provisional,
        LocalDate startedOn,
        LocalDate reminderOn,
        LocalDate twelveWeeksOn,
        LocalDate threeMonthsOn,
        @Nullable LocalDate expectedUntil,
        @Nullable LocalDate eighteenOn,
        @Nullable LocalDate endedOn,
        @Nullable LocalDate overdueSince,
        @Nullable LocalDate breachSince,
        @Nullable LocalDate silentSince,
        boolean seenTo,
        List<Finding> findings,
        Set<Question> questions,
        List<DueNotice> due) {

    public Assessment {
        findings = List.copyOf(findings);
        questions = Set.copyOf(questions);
        due = List.copyOf(due);
    }

    /** Where a stay stands. */
    public enum Standing {
        /** No duty: an adult, or a school that parents pay. */
        NOT_DUE,
        /** Neither so long nor said to be likely. */
        WATCHED,
        /** Something has to be found out. */
        FOR_A_PERSON,
        /** The council has been told. */
        NOTIFIED,
        /** The child has left. */
        ENDED
    }
}
