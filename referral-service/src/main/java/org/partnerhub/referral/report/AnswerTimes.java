package org.partnerhub.referral.report;

import org.jspecify.annotations.Nullable;

/**
 * How long answers took.
 *
 * @param part the month in which it was asked, the recipient or the purpose; absent where it is of all
 * @param inTime answered by the day by which an answer was due
 * @param overdue of those that wait, past that day
 * @param medianHours absent where nobody has answered
 * @param nineInTenHours nine in ten were answered within these; absent where nobody has answered
 */
public record AnswerTimes(
        @Nullable String part,
        long asked,
        long answered,
        long inTime,
        long waiting,
        long overdue,
        @Nullable Double medianHours,
        @Nullable Double nineInTenHours) {}
