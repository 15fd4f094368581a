package org.partnerhub.notification.stay;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.partnerhub.notification.stay.Conclusion.ForAPerson;
import org.partnerhub.notification.stay.Conclusion.NotDue;
import org.partnerhub.notification.stay.Conclusion.NoticeDue;
import org.partnerhub.notification.stay.Conclusion.Watched;

/** Whether a stay has to be notified, under which section and to which authority, in the order in which the Act asks. */
public final class StayRules {

    /** Local procedure; the Act says three months (s.85(1)(a)). */
    static final int LONG_STAY_DAYS = 12 * 7;

    private static final int ADULT = 18;
    private static final String SECTION_85 = "85";
    private static final String SECTION_86 = "86";

    private final Clock clock;

    public StayRules(Clock clock) {
        this.clock = clock;
    }

    /**
     * What follows.
     *
     * @param birthDate as the hub knows it; absent where nobody does
     */
    public Conclusion conclude(Admission admission, @Nullable LocalDate birthDate) {
        List<Finding> findings = new ArrayList<>();
        Age age = age(admission, birthDate, findings);
        if (age != Age.CHILD) {
            return age == Age.ADULT ? new NotDue(findings) : new ForAPerson(null, null, findings);
        }
        Section section = section(admission.setting(), findings);
        if (section != Section.EIGHTY_FIVE) {
            return new ForAPerson(section == Section.EIGHTY_SIX ? SECTION_86 : null, null, findings);
        }
        if (!isLong(admission, findings)) {
            return new Watched(SECTION_85, findings);
        }
        String authority = authority(admission, findings);
        return authority == null
                ? new ForAPerson(SECTION_85, null, findings)
                : new NoticeDue(SECTION_85, authority, findings);
    }

    private enum Age {
        CHILD,
        ADULT,
        UNKNOWN
    }

    private static Age age(Admission admission, @Nullable LocalDate birthDate, List<Finding> findings) {
        String rule = "child-on-the-day";
        String source = "Children Act 1989 s.105(1)";
        if (birthDate == null) {
            findings.add(new Finding(rule, source, "The date of birth is not known: find it out.", Map.of()));
            return Age.UNKNOWN;
        }
        boolean child = Period.between(birthDate, admission.admittedOn()).getYears() < ADULT;
        findings.add(new Finding(
                rule,
                source,
                child ? "Under 18 on the day of admission." : "18 or over on the day of admission.",
                Map.of(
                        "birthDate",
                        birthDate.toString(),
                        "admittedOn",
                        admission.admittedOn().toString())));
        return child ? Age.CHILD : Age.ADULT;
    }

    private enum Section {
        EIGHTY_FIVE,
        EIGHTY_SIX,
        UNCLEAR
    }

    private static Section section(Admission.Setting setting, List<Finding> findings) {
        Section section = switch (setting.kind()) {
            case NHS_HOSPITAL, NHS_COMMISSIONED_UNIT, RESIDENTIAL_SCHOOL, BOARDING_SCHOOL -> Section.EIGHTY_FIVE;
            case PRIVATE_HOSPITAL, PSYCHIATRIC_UNIT, CARE_HOME ->
                switch (setting.funding()) {
                    case NHS, PUBLIC -> Section.EIGHTY_FIVE;
                    case PRIVATE -> Section.EIGHTY_SIX;
                    case UNKNOWN -> Section.UNCLEAR;
                };
        };
        String words = switch (section) {
            case EIGHTY_FIVE -> "Accommodated by or for the NHS or another public body.";
            case EIGHTY_SIX ->
                "A private setting on its own account: the authority where it stands is told under s.86, by hand.";
            case UNCLEAR -> "Nobody said who pays for the stay: find it out.";
        };
        findings.add(new Finding(
                "section-of-the-setting",
                section == Section.EIGHTY_FIVE ? "Children Act 1989 s.85(1)" : "Children Act 1989 s.86(1)",
                words,
                Map.of(
                        "kind",
                        setting.kind().code(),
                        "funding",
                        setting.funding().code())));
        return section;
    }

    private boolean isLong(Admission admission, List<Finding> findings) {
        LocalDate admittedOn = admission.admittedOn();
        LocalDate today = LocalDate.ofInstant(clock.instant(), Admission.ENGLAND);
        LocalDate expectedUntil = admission.expectedUntil();
        boolean reached = ChronoUnit.DAYS.between(admittedOn, today) >= LONG_STAY_DAYS;
        boolean likely = expectedUntil != null && ChronoUnit.DAYS.between(admittedOn, expectedUntil) >= LONG_STAY_DAYS;
        findings.add(new Finding(
                "twelve-weeks",
                reached ? "Children Act 1989 s.85(1)(a)" : "Children Act 1989 s.85(1)(b)",
                reached
                        ? "Twelve weeks have passed."
                        : likely ? "Likely to last twelve weeks." : "Neither twelve weeks yet nor said to be likely.",
                Map.of(
                        "admittedOn",
                        admittedOn.toString(),
                        "expectedUntil",
                        expectedUntil == null ? "not said" : expectedUntil.toString())));
        return reached || likely;
    }

    private static @Nullable String authority(Admission admission, List<Finding> findings) {
        String before = admission.ordinaryResidence().authority();
        boolean none = Boolean.TRUE.equals(admission.ordinaryResidence().noFixedAbode());
        if (before != null && none) {
            findings.add(authority("s.85(3)", "An ordinary residence and none were both given: find out which.", null));
            return null;
        }
        if (before != null) {
            findings.add(authority("s.85(3)(a)", "Ordinarily resident there immediately before.", before));
            return before;
        }
        if (none) {
            String here = admission.setting().authority();
            findings.add(authority("s.85(3)(b)", "Ordinarily resident nowhere: where the setting stands.", here));
            return here;
        }
        findings.add(authority("s.85(3)", "Nobody said where the child lived before: find it out.", null));
        return null;
    }

    private static Finding authority(String section, String words, @Nullable String authority) {
        return new Finding(
                "responsible-authority",
                "Children Act 1989 " + section,
                words,
                authority == null ? Map.of() : Map.of("authority", authority));
    }
}
