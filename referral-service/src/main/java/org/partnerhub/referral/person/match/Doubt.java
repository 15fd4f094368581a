package org.partnerhub.referral.person.match;

import java.util.Locale;
import java.util.function.Predicate;

/**
 * What keeps two descriptions from being taken for one person without somebody looking, however alike they are. Weights count
 * fields as if they had nothing to do with each other; in a family they have.
 */
public enum Doubt {
    /** A person has one NHS number. */
    OTHER_NHS_NUMBER(it -> it.has(Evidence.NHS_NUMBER_OTHER)),
    /** Another pupil number, and no NHS number that settles it. */
    OTHER_PUPIL_NUMBER(it -> it.has(Evidence.PUPIL_NUMBER_OTHER) && !it.has(Evidence.NHS_NUMBER_SAME)),
    /** Parent and child may share name and home; a number may be typed from the wrong record. */
    OTHER_BIRTH_DATE(it -> it.has(Evidence.BIRTH_DATE_OTHER)),
    /** Siblings share everything else. */
    OTHER_GIVEN_NAME(it -> it.has(Evidence.GIVEN_NAME_OTHER)),
    /** Twins with names alike, or with one name in common and another apart. */
    PERHAPS_A_TWIN(it -> !it.sameNumber() && it.perhapsTwin()),
    NO_GIVEN_NAME(it -> !it.sameNumber() && !it.namesGiven()),
    /** Without it nobody tells father from son; a school tells, for fathers go to none. */
    NO_BIRTH_DATE(it -> !it.sameNumber() && !it.datesBirth() && !it.has(Evidence.SCHOOL_SAME)),
    /** Some thirty pairs among 200,000 share name and day of birth by chance. */
    NOTHING_BUT_NAME_AND_BIRTH_DATE(it -> !it.corroborated());

    @SuppressWarnings("ImmutableEnumChecker") // the predicates hold nothing
    private final Predicate<Comparison> holds;

    Doubt(Predicate<Comparison> holds) {
        this.holds = holds;
    }

    boolean of(Comparison comparison) {
        return holds.test(comparison);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
