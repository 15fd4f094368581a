package org.partnerhub.notification.stay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerhub.notification.stay.Admission.Residence;
import org.partnerhub.notification.stay.Admission.Setting;
import org.partnerhub.notification.stay.Conclusion.ForAPerson;
import org.partnerhub.notification.stay.Conclusion.NotDue;
import org.partnerhub.notification.stay.Conclusion.NoticeDue;
import org.partnerhub.notification.stay.Conclusion.Watched;
import tools.jackson.databind.node.JsonNodeFactory;

class StayRulesTest {

    /** Noon on 22 November 2026. */
    private static final StayRules RULES =
            new StayRules(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    private static final String HERE = "E10000003";
    private static final String BEFORE = "E06000031";

    /** The authorities are: stands in Cambridgeshire; lived in Peterborough, somewhere else, nowhere, or nobody said. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # situation                                          | born       | kind                  | funding | admitted             | until      | lived     | nfa   | concluded | section | authority | source
            twelve weeks likely in an NHS hospital               | 2011-09-05 | nhs-hospital          | nhs     | 2026-11-16T11:00:00Z | 2027-02-08 | E06000031 | false | notice    | 85      | E06000031 | Children Act 1989 s.85(3)(a)
            one day short of twelve weeks                        | 2011-09-05 | nhs-hospital          | nhs     | 2026-11-16T11:00:00Z | 2027-02-07 | E06000031 | false | watched   | 85      | -         | Children Act 1989 s.85(1)(b)
            nobody said how long                                 | 2011-09-05 | nhs-hospital          | nhs     | 2026-11-16T11:00:00Z | -          | E06000031 | false | watched   | 85      | -         | Children Act 1989 s.85(1)(b)
            twelve weeks have passed, nobody having said         | 2011-09-05 | nhs-hospital          | nhs     | 2026-08-30T11:00:00Z | -          | E06000031 | false | notice    | 85      | E06000031 | Children Act 1989 s.85(3)(a)
            a day less than twelve weeks has passed              | 2011-09-05 | nhs-hospital          | nhs     | 2026-08-31T11:00:00Z | -          | E06000031 | false | watched   | 85      | -         | Children Act 1989 s.85(1)(b)
            lived out of county                                  | 2011-09-05 | nhs-hospital          | nhs     | 2026-11-16T11:00:00Z | 2027-03-01 | E09000007 | false | notice    | 85      | E09000007 | Children Act 1989 s.85(3)(a)
            no fixed abode                                       | 2011-09-05 | nhs-hospital          | nhs     | 2026-11-16T11:00:00Z | 2027-03-01 | -         | true  | notice    | 85      | E10000003 | Children Act 1989 s.85(3)(b)
            nobody said where the child lived                    | 2011-09-05 | nhs-hospital          | nhs     | 2026-11-16T11:00:00Z | 2027-03-01 | -         | false | person    | 85      | -         | Children Act 1989 s.85(3)
            lived somewhere and nowhere                          | 2011-09-05 | nhs-hospital          | nhs     | 2026-11-16T11:00:00Z | 2027-03-01 | E06000031 | true  | person    | 85      | -         | Children Act 1989 s.85(3)
            eighteen on the day                                  | 2008-11-16 | nhs-hospital          | nhs     | 2026-11-16T11:00:00Z | 2027-03-01 | E06000031 | false | not-due   | -       | -         | Children Act 1989 s.105(1)
            eighteen on the day after                            | 2008-11-17 | nhs-hospital          | nhs     | 2026-11-16T11:00:00Z | 2027-03-01 | E06000031 | false | notice    | 85      | E06000031 | Children Act 1989 s.85(3)(a)
            admitted after midnight in England, before it in UTC | 2008-07-01 | nhs-hospital          | nhs     | 2026-06-30T23:30:00Z | 2026-12-01 | E06000031 | false | not-due   | -       | -         | Children Act 1989 s.105(1)
            born on 29 February, eighteen on 1 March             | 2008-02-29 | nhs-hospital          | nhs     | 2026-02-28T12:00:00Z | 2026-12-01 | E06000031 | false | notice    | 85      | E06000031 | Children Act 1989 s.85(3)(a)
            date of birth not known                              | -          | nhs-hospital          | nhs     | 2026-11-16T11:00:00Z | 2027-03-01 | E06000031 | false | person    | -       | -         | Children Act 1989 s.105(1)
            unit that the NHS commissioned                       | 2011-09-05 | nhs-commissioned-unit | nhs     | 2026-11-16T11:00:00Z | 2027-03-01 | E06000031 | false | notice    | 85      | E06000031 | Children Act 1989 s.85(3)(a)
            residential school holding the child for a council   | 2011-09-05 | residential-school    | public  | 2026-11-16T11:00:00Z | 2027-03-01 | E06000031 | false | notice    | 85      | E06000031 | Children Act 1989 s.85(3)(a)
            boarding school holding the child for a council      | 2011-09-05 | boarding-school       | public  | 2026-11-16T11:00:00Z | 2027-03-01 | E06000031 | false | notice    | 85      | E06000031 | Children Act 1989 s.85(3)(a)
            private hospital paid by the NHS                     | 2011-09-05 | private-hospital      | nhs     | 2026-11-16T11:00:00Z | 2027-03-01 | E06000031 | false | notice    | 85      | E06000031 | Children Act 1989 s.85(3)(a)
            care home paid by a council                          | 2011-09-05 | care-home             | public  | 2026-11-16T11:00:00Z | 2027-03-01 | E06000031 | false | notice    | 85      | E06000031 | Children Act 1989 s.85(3)(a)
            private hospital on its own account                  | 2011-09-05 | private-hospital      | private | 2026-11-16T11:00:00Z | 2027-03-01 | E06000031 | false | person    | 86      | -         | Children Act 1989 s.86(1)
            care home on its own account                         | 2011-09-05 | care-home             | private | 2026-11-16T11:00:00Z | 2027-03-01 | E06000031 | false | person    | 86      | -         | Children Act 1989 s.86(1)
            psychiatric unit, nobody said who pays               | 2011-09-05 | psychiatric-unit      | unknown | 2026-11-16T11:00:00Z | 2027-03-01 | E06000031 | false | person    | -       | -         | Children Act 1989 s.86(1)
            """)
    void situation(
            String situation,
            @Nullable LocalDate born,
            String kind,
            String funding,
            Instant admitted,
            @Nullable LocalDate until,
            @Nullable String lived,
            boolean noFixedAbode,
            String concluded,
            @Nullable String section,
            @Nullable String authority,
            String source) {
        var admission = new Admission(
                null,
                JsonNodeFactory.instance.objectNode(),
                new Setting("RGT", null, null, SettingKind.of(kind), Funding.of(funding), HERE),
                admitted,
                until,
                new Residence(lived, noFixedAbode),
                null,
                null);

        Conclusion conclusion = RULES.conclude(admission, born);

        assertThat(outline(conclusion)).isEqualTo(concluded + " " + section + " " + authority);
        assertThat(conclusion.findings().getLast().source()).isEqualTo(source);
    }

    @Test
    void everyRuleExplainsItselfWithoutNamingAnybody() {
        var admission = new Admission(
                null,
                JsonNodeFactory.instance.objectNode(),
                new Setting("RGT", null, null, SettingKind.NHS_HOSPITAL, Funding.NHS, HERE),
                Instant.parse("2026-11-16T11:00:00Z"),
                LocalDate.parse("2027-03-01"),
                new Residence(BEFORE, null),
                null,
                null);

        Conclusion conclusion = RULES.conclude(admission, LocalDate.parse("2011-09-05"));

        assertThat(conclusion.findings())
                .extracting(Finding::rule)
                .containsExactly("child-on-the-day", "section-of-the-setting", "twelve-weeks", "responsible-authority");
        assertThat(conclusion.findings())
                .allSatisfy(it -> assertThat(it.words()).doesNotContain("2011", "E06"));
    }

    private static String outline(Conclusion conclusion) {
        return switch (conclusion) {
            case NoticeDue it -> "notice " + it.section() + " " + it.authority();
            case NotDue _ -> "not-due null null";
            case Watched it -> "watched " + it.section() + " null";
            case ForAPerson it -> "person " + it.section() + " " + it.authority();
        };
    }
}
