package org.partnerhub.referral.person;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** Whom a referral may be about. Adults are known too, as parents and others of a household. */
public final class SubjectChild {

    /** Children's services end at 25 at the latest (Children and Families Act 2014 s.83; YOUnited takes ages 0 to 25). */
    public static final int YOUNGER_THAN_YEARS = 26;

    private SubjectChild() {}

    /** Whether somebody born that day may be; nobody is turned away for want of a birth date. */
    public static boolean couldBe(@Nullable LocalDate birthDate, LocalDate today) {
        return birthDate == null || Period.between(birthDate, today).getYears() < YOUNGER_THAN_YEARS;
    }
}
