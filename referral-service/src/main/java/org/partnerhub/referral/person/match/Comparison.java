package org.partnerhub.referral.person.match;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Two descriptions beside each other.
 *
 * @param weight bits for one person, after what such pairs weigh beforehand; 0 is as likely as not
 * @param perhapsTwin whether the given names are such that they may be two siblings of one birth
 */
record Comparison(
        Set<Evidence> evidence,
        double weight,
        boolean perhapsTwin,
        boolean namesGiven,
        boolean datesBirth,
        boolean aGenerationApart) {

    private static final Set<Evidence> SAME_NUMBER =
            EnumSet.of(Evidence.NHS_NUMBER_SAME, Evidence.PUPIL_NUMBER_SAME, Evidence.AGENCY_NUMBER_SAME);

    private static final double RARE_NAMES = 3;

    private static final Set<Evidence> CORROBORATES = EnumSet.of(
            Evidence.NHS_NUMBER_SAME,
            Evidence.PUPIL_NUMBER_SAME,
            Evidence.TEMPORARY_PUPIL_NUMBER_SAME,
            Evidence.AGENCY_NUMBER_SAME,
            Evidence.MIDDLE_NAME_SAME,
            Evidence.POSTCODE_SAME,
            Evidence.POSTAL_AREA_SAME,
            Evidence.POSTCODE_CLOSE,
            Evidence.STREET_SAME,
            Evidence.TELEPHONE_SAME,
            Evidence.SCHOOL_SAME);

    static Comparison of(Described one, Described other, NameUse use) {
        EnumSet<Evidence> found = EnumSet.noneOf(Evidence.class);
        double weight = Evidence.BEFORE;
        weight += numbers(one, other, found);
        NameComparison names = NameComparison.of(one, other, use);
        found.addAll(names.evidence());
        weight += names.weight();
        LocalDate born = one.birthDate();
        LocalDate otherBorn = other.birthDate();
        boolean dated = born != null && otherBorn != null;
        if (born != null && otherBorn != null) {
            weight += add(BirthDates.compared(born, otherBorn), found);
        }
        weight += PlaceComparison.weighed(one, other, found);
        return new Comparison(
                Collections.unmodifiableSet(found),
                weight,
                names.perhapsTwin(),
                names.given(),
                dated,
                born != null && otherBorn != null && BirthDates.aGenerationApart(born, otherBorn));
    }

    static double add(Evidence evidence, Set<Evidence> found) {
        found.add(evidence);
        return evidence.weight();
    }

    private static double numbers(Described one, Described other, Set<Evidence> found) {
        double weight = sameOrOther(
                one.nhsNumbers(), other.nhsNumbers(), Evidence.NHS_NUMBER_SAME, Evidence.NHS_NUMBER_OTHER, found);
        weight += sameOrOther(
                one.pupilNumbers(),
                other.pupilNumbers(),
                Evidence.PUPIL_NUMBER_SAME,
                Evidence.PUPIL_NUMBER_OTHER,
                found);
        if (shared(one.temporaryPupilNumbers(), other.temporaryPupilNumbers())) {
            weight += add(Evidence.TEMPORARY_PUPIL_NUMBER_SAME, found);
        }
        if (shared(one.agencyNumbers(), other.agencyNumbers())) {
            weight += add(Evidence.AGENCY_NUMBER_SAME, found);
        } else if (shared(issuers(one), issuers(other))) {
            weight += add(Evidence.AGENCY_NUMBER_OTHER, found);
        }
        return weight;
    }

    private static double sameOrOther(
            Set<String> one, Set<String> other, Evidence same, Evidence different, Set<Evidence> found) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        return add(shared(one, other) ? same : different, found);
    }

    private static boolean shared(Set<String> one, Set<String> other) {
        return !Collections.disjoint(one, other);
    }

    private static Set<String> issuers(Described described) {
        return Set.copyOf(described.agencyNumbers().stream()
                .map(number -> number.substring(0, number.indexOf('/')))
                .toList());
    }

    boolean has(Evidence evidence) {
        return this.evidence.contains(evidence);
    }

    boolean sameNumber() {
        return !Collections.disjoint(evidence, SAME_NUMBER);
    }

    /** Something beside name and birth date agrees, or the names are so rare that chance does not make them meet. */
    boolean corroborated() {
        return !Collections.disjoint(evidence, CORROBORATES) || weight >= Matching.SURE + RARE_NAMES;
    }

    List<Doubt> doubts() {
        return Arrays.stream(Doubt.values()).filter(doubt -> doubt.of(this)).toList();
    }

    /** Siblings, and parents of their name: no number in common, so nobody needs to look. */
    boolean surelyRelatives() {
        return !sameNumber()
                && (has(Evidence.GIVEN_NAME_OTHER) || (has(Evidence.BIRTH_DATE_OTHER) && aGenerationApart));
    }
}
