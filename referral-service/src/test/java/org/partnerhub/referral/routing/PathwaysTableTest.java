package org.partnerhub.referral.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.Directories;

/** policy/pathways.yml as a table: one named case for each row at least, with the demonstration's own recipients. */
class PathwaysTableTest {

    private static final PolicyFile FILE = PolicyFile.read("pathways", null);
    private static final Pathways PATHWAYS = Pathways.of(FILE, new WorkingDays());
    private static final Directory DIRECTORY = Directories.ofPolicy();

    /** Row; purpose; what is said otherwise than usual; where it goes. */
    private static final String TABLE = """
            safeguarding-to-mash                 | safeguarding                    |                                                     | mash-cambridgeshire
            safeguarding-to-mash                 | safeguarding                    | kind=step-up urgency=emergency area=E06000031       | mash-peterborough
            safeguarding-to-mash                 | safeguarding                    | named=cpft-camhs area=E07000010                     | mash-cambridgeshire
            safeguarding-to-mash                 | safeguarding                    | kind=step-down level=community age=- sender=council | mash-cambridgeshire
            domestic-abuse-notice-to-school      | domestic-abuse-notice-to-school | school=999001 sender=police kind=notification       | fenland-academy-safeguarding-lead
            domestic-abuse-notice-to-school      | domestic-abuse-notice-to-school | school=999001 area=-                                | fenland-academy-safeguarding-lead
            domestic-abuse-notice-without-school | domestic-abuse-notice-to-school | area=E06000031                                      | mash-peterborough
            crisis-by-day                        | mental-health-crisis            | urgency=emergency                                   | camhs-crisis-team
            crisis-by-day                        | mental-health-crisis            | at=2026-11-23T08:00:00Z                             | camhs-crisis-team
            crisis-by-day                        | mental-health-crisis            | at=2026-07-06T18:59:00Z                             | camhs-crisis-team
            crisis-at-any-other-time             | mental-health-crisis            | at=2026-11-23T07:59:59Z                             | first-response-service
            crisis-at-any-other-time             | mental-health-crisis            | at=2026-11-23T20:00:00Z                             | first-response-service
            crisis-at-any-other-time             | mental-health-crisis            | at=2026-07-06T19:00:00Z                             | first-response-service
            crisis-at-any-other-time             | mental-health-crisis            | at=2026-11-28T12:00:00Z                             | first-response-service
            crisis-at-any-other-time             | mental-health-crisis            | at=2026-12-28T12:00:00Z                             | first-response-service
            crisis-at-any-other-time             | mental-health-crisis            | age=18                                              | first-response-service
            crisis-at-any-other-time             | mental-health-crisis            | age=-                                               | first-response-service
            crisis-by-day                        | mental-health-crisis            | area=- named=cpft-camhs                             | camhs-crisis-team
            home-treatment-in-a-crisis           | mental-health-crisis            | service=home-treatment at=2026-11-28T20:59:00Z      | camhs-home-treatment-team
            crisis-by-day                        | mental-health-crisis            | service=home-treatment at=2026-11-23T08:30:00Z      | camhs-crisis-team
            crisis-at-any-other-time             | mental-health-crisis            | service=home-treatment at=2026-11-28T21:00:00Z      | first-response-service
            exploitation-to-met-hub              | exploitation-risk               | area=-                                              | met-hub
            exploitation-to-mace-tracker         | exploitation-risk               | service=mace-tracker                                | mace-tracker
            schools-concern-to-police            | concern-between-school-and-police | sender=school                                     | cambridgeshire-constabulary-referrals
            schools-concern-to-police            | concern-between-school-and-police | sender=college school=999001                      | cambridgeshire-constabulary-referrals
            polices-concern-to-school            | concern-between-school-and-police | sender=police school=999001                       | fenland-academy-safeguarding-lead
            concern-of-somebody-else             | concern-between-school-and-police | sender=police                                     | ? recipient
            concern-of-somebody-else             | concern-between-school-and-police | sender=council school=999001                      | ? recipient
            emergency-to-a-person                | early-help-support              | urgency=emergency named=cpft-camhs                  | ? judgement
            emergency-to-a-person                | mental-health-wellbeing         | urgency=emergency                                   | ? judgement
            emergency-to-a-person                | mental-health-specialist        | urgency=emergency service=home-treatment            | ? judgement
            emergency-to-a-person                | joint-funding-panel             | urgency=emergency                                   | ? judgement
            step-up-to-social-care               | early-help-support              | kind=step-up area=E06000031                         | mash-peterborough
            step-up-to-social-care               | early-help-support              | kind=step-up level=specialist                       | mash-cambridgeshire
            specialist-level-is-no-early-help    | early-help-support              | level=specialist named=early-help-hub-cambridgeshire | ? judgement
            progress-panel-peterborough          | early-help-support              | service=progress-panel area=E06000031               | masg-peterborough
            progress-panel-cambridgeshire        | early-help-support              | service=progress-panel area=E07000010               | quadrant-forum-east-cambs-fenland
            progress-panel-cambridgeshire        | early-help-support              | service=progress-panel area=E07000009               | quadrant-forum-east-cambs-fenland
            progress-panel-cambridgeshire        | early-help-support              | service=progress-panel area=E07000008               | quadrant-forum-cambridge-city
            progress-panel-cambridgeshire        | early-help-support              | service=progress-panel area=E07000011               | quadrant-forum-huntingdonshire
            progress-panel-cambridgeshire        | early-help-support              | service=progress-panel area=E07000012               | quadrant-forum-south-cambs
            progress-panel-cambridgeshire        | early-help-support              | service=progress-panel                              | ? district
            parenting-programme-peterborough     | early-help-support              | service=parenting-programme area=E06000031 with=early-help-assessment | parenting-programmes-peterborough
            parenting-programme-peterborough     | early-help-support              | service=parenting-programme area=E06000031          | ? early-help-assessment
            early-help-cambridgeshire            | early-help-support              | service=parenting-programme                         | early-help-hub-cambridgeshire
            sleep-support-peterborough           | early-help-support              | service=sleep-support area=E06000031 with=early-help-assessment | sleep-support-peterborough
            sleep-support-peterborough           | early-help-support              | service=sleep-support area=E06000031                | ? early-help-assessment
            lead-professional-peterborough       | early-help-support              | kind=transfer area=E06000031 sender=council named=fenland-academy-safeguarding-lead | fenland-academy-safeguarding-lead
            lead-professional-peterborough       | early-help-support              | kind=co-working area=E06000031 named=fenland-academy-safeguarding-lead | fenland-academy-safeguarding-lead
            lead-professional-to-be-named-peterborough | early-help-support        | kind=transfer area=E06000031 school=999001          | ? lead-professional
            named-for-early-help                 | early-help-support              | named=early-help-hub-peterborough                   | early-help-hub-peterborough
            named-for-early-help                 | early-help-support              | named=closed-since-then                             | ? recipient
            named-for-early-help                 | early-help-support              | named=sleep-support-peterborough                    | ? early-help-assessment
            step-down-to-early-help              | early-help-support              | kind=step-down area=E06000031 sender=council        | early-help-hub-peterborough
            step-down-to-early-help              | early-help-support              | kind=step-down level=specialist sender=council      | early-help-hub-cambridgeshire
            district-team-cambridgeshire         | early-help-support              | kind=transfer area=E07000009                        | early-help-east-cambs
            district-team-cambridgeshire         | early-help-support              | kind=co-working area=E07000008                      | early-help-cambridge-city
            district-team-cambridgeshire         | early-help-support              | kind=transfer area=E07000012                        | early-help-south-cambs
            district-team-cambridgeshire         | early-help-support              | kind=transfer area=E07000010 postcode=PE15_8ZZ      | early-help-fenland-march-chatteris-whittlesey
            district-team-cambridgeshire         | early-help-support              | kind=transfer area=E07000010 postcode=PE13_1ZZ      | early-help-fenland-wisbech
            district-team-cambridgeshire         | early-help-support              | kind=transfer area=E07000011 postcode=PE29_3ZZ      | early-help-huntingdon-st-ives
            district-team-cambridgeshire         | early-help-support              | kind=transfer area=E07000011 postcode=PE19_1ZZ      | early-help-ramsey-sawtry-yaxley-st-neots
            district-team-cambridgeshire         | early-help-support              | kind=transfer area=E07000010                        | ? district
            district-team-cambridgeshire         | early-help-support              | kind=transfer area=E07000011 postcode=PE28_5ZZ      | ? district
            early-help-cambridgeshire            | early-help-support              | kind=transfer                                       | early-help-hub-cambridgeshire
            early-help-cambridgeshire            | early-help-support              | urgency=urgent area=E07000011 level=targeted        | early-help-hub-cambridgeshire
            early-help-peterborough              | early-help-support              | area=E06000031 level=more                           | early-help-hub-peterborough
            early-help-elsewhere                 | early-help-support              | area=E08000003                                      | ? area
            early-help-elsewhere                 | early-help-support              | area=-                                              | ? area
            wellbeing-is-to-25                   | mental-health-wellbeing         | age=26 named=younited                               | ? recipient
            wellbeing-single-point               | mental-health-wellbeing         | age=25                                              | younited
            wellbeing-single-point               | mental-health-wellbeing         | age=- area=-                                        | younited
            specialist-for-adults                | mental-health-specialist        | age=18                                              | ? recipient
            specialist-mental-health             | mental-health-specialist        | age=17                                              | cpft-camhs
            specialist-mental-health             | mental-health-specialist        | area=- age=-                                        | cpft-camhs
            home-treatment                       | mental-health-specialist        | service=home-treatment kind=step-down               | camhs-home-treatment-team
            named-for-mental-health              | mental-health-wellbeing         | named=cpft-camhs                                    | cpft-camhs
            short-breaks-to-the-areas-panel      | joint-funding-panel             | service=short-breaks                                | disabled-childrens-panel-cambridgeshire
            short-breaks-to-the-areas-panel      | joint-funding-panel             | service=short-breaks area=E06000031                 | short-breaks-panel-peterborough
            short-breaks-are-for-children        | joint-funding-panel             | service=short-breaks age=18                         | ? age
            short-breaks-are-for-children        | joint-funding-panel             | service=short-breaks age=-                          | ? age
            joint-funding-adults-cambridgeshire  | joint-funding-panel             | age=18                                              | ldp-aat-qa-panel
            joint-funding-adults-cambridgeshire  | joint-funding-panel             | age=18 area=E07000010 named=jasp                    | ldp-aat-qa-panel
            joint-funding-adults-peterborough    | joint-funding-panel             | age=18 area=E06000031                               | jasp
            joint-funding-children               | joint-funding-panel             | age=17                                              | jasp
            joint-funding-children               | joint-funding-panel             | age=17 area=E06000031                               | jasp
            joint-funding-to-a-person            | joint-funding-panel             | age=-                                               | ? age-and-area
            joint-funding-to-a-person            | joint-funding-panel             | area=E08000003                                      | ? age-and-area
            rise-programme                       | domestic-abuse-support          | service=rise                                        | rise-programme
            caring-dads-programme                | domestic-abuse-support          | service=caring-dads                                 | caring-dads-programme
            recovering-together-programme        | domestic-abuse-support          | service=recovering-together                         | recovering-together-programme
            named-for-domestic-abuse             | domestic-abuse-support          | named=caring-dads-programme                         | caring-dads-programme
            domestic-abuse-to-idva               | domestic-abuse-support          | urgency=urgent area=-                               | idva-service
            neurodevelopmental-pathway           | education-support               | service=neurodevelopmental-pathway with=early-help-assessment | neurodevelopmental-pathway
            neurodevelopmental-pathway           | education-support               | service=neurodevelopmental-pathway                  | ? early-help-assessment
            neurodevelopmental-pathway           | education-support               | service=neurodevelopmental-pathway area=E06000031   | ? early-help-assessment
            early-support-pathway                | education-support               | service=early-support-pathway with=early-help-assessment | early-support-pathway-cambridgeshire
            early-support-pathway                | education-support               | service=early-support-pathway area=E06000031 with=early-help-assessment | early-support-pathway-peterborough
            early-support-pathway                | education-support               | service=early-support-pathway                       | ? early-help-assessment
            early-support-pathway                | education-support               | service=early-support-pathway area=E06000031        | ? early-help-assessment
            behaviour-panel-peterborough         | education-support               | service=behaviour-panel area=E06000031 with=early-help-assessment | behaviour-panel-peterborough
            behaviour-panel-peterborough         | education-support               | service=behaviour-panel area=E06000031              | ? early-help-assessment
            special-educational-needs            | education-support               | service=send                                        | send-cambridgeshire
            special-educational-needs            | education-support               | service=send area=E06000031                         | send-peterborough
            named-for-education                  | education-support               | named=neurodevelopmental-pathway                    | ? early-help-assessment
            named-for-education                  | education-support               | named=fenland-academy-safeguarding-lead             | fenland-academy-safeguarding-lead
            inclusion                            | education-support               | service=inclusion area=E06000031                    | education-inclusion-peterborough
            inclusion                            | education-support               | service=behaviour-panel                             | education-inclusion-cambridgeshire
            attendance-and-exclusion             | education-support               | theme=education                                     | education-inclusion-cambridgeshire
            education-to-a-person                | education-support               |                                                     | ? service
            transition-too-early                 | transition-to-adult-services    | age=13                                              | ? judgement
            transition-to-adult-services         | transition-to-adult-services    | age=17                                              | adult-services-cambridgeshire
            transition-to-adult-services         | transition-to-adult-services    | age=18 area=E06000031                               | adult-services-peterborough
            youth-offending-service              | youth-justice-support           | theme=crime age=10                                  | youth-offending-service-cambridgeshire
            youth-offending-service              | youth-justice-support           | theme=crime age=17 area=E06000031                   | youth-offending-service-peterborough
            youth-justice-to-a-person            | youth-justice-support           | age=9                                               | ? age
            youth-justice-to-a-person            | youth-justice-support           | age=-                                               | ? age
            """;

    /** One line of the table. */
    record Case(String row, String purpose, String words, String destination) {
        @Override
        public String toString() {
            return row + ": " + purpose + " " + words + " → " + destination;
        }
    }

    static Stream<Case> cases() {
        return TABLE.lines().map(line -> {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            return new Case(cells.get(0), cells.get(1), cells.get(2), cells.get(3));
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void goesWhereItsRowSays(Case named) {
        Situation situation = situation(named.purpose(), named.words());
        assertThat(deciding(situation)).isEqualTo(named.row());

        switch (PATHWAYS.route(situation, DIRECTORY)) {
            case Route.To to -> {
                assertThat(to.recipient()).isEqualTo(new RecipientId(named.destination()));
                assertThat(to.pathway()).isEqualTo(named.row());
                assertThat(to.whyHere()).isNotBlank().endsWith(".");
            }
            case Route.ToAPerson asked -> {
                assertThat("? " + asked.missing()).isEqualTo(named.destination());
                assertThat(asked.ask()).isNotBlank().endsWith(".");
            }
        }
    }

    @Test
    void everyRowHasItsCase() {
        Set<String> told = cases().map(Case::row).collect(Collectors.toSet());

        assertThat(rows().map(Pathway::name)).allMatch(told::contains);
    }

    @Test
    void everyPlaceThatTakesReferralsIsReached() {
        Set<String> reached = cases().map(Case::destination).collect(Collectors.toSet());

        assertThat(DIRECTORY.recipients())
                .filteredOn(it -> !Set.of("directors-office", "hospital-desk", "integrated-care-board")
                        .contains(it.role()))
                .extracting(it -> it.id().value())
                .allMatch(reached::contains);
    }

    @Test
    void whatARowSendsItsPurposeMayCarryThere() {
        var purposes = PolicyFile.read("purposes", null).content().path("purposes");
        cases().forEach(it -> DIRECTORY
                .recipient(new RecipientId(it.destination().replace("? ", "")))
                .ifPresent(place -> {
                    var purpose = purposes.valueStream()
                            .filter(found -> found.path("id").asString().equals(it.purpose()))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("purposes.yml does not know " + it.purpose()));
                    Set<String> kinds = purpose.path("recipients")
                            .valueStream()
                            .map(kind -> kind.asString())
                            .collect(Collectors.toSet());
                    Set<String> carries = purpose.path("carries")
                            .valueStream()
                            .map(category -> category.asString())
                            .collect(Collectors.toSet());
                    assertThat(kinds).as(it.purpose() + " to " + place.id()).contains(place.kind());
                    assertThat(PATHWAYS.tells(new Purpose(it.purpose())))
                            .as(it.purpose() + " carries")
                            .allMatch(category -> carries.contains(category.code()));
                }));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(nullValues = "-", textBlock = """
            early-help-support, area=- postcode=CB1_2ZZ,                 Cambridgeshire
            safeguarding,       area=- postcode=PE1_1ZZ,                 Peterborough
            safeguarding,       area=- postcode=PE7_1ZZ,                 -
            early-help-support, area=- postcode=CB8_0ZZ,                 -
            early-help-support, area=E08000003 postcode=SG8_5ZZ,         -
            """)
    void aPostcodeIsAHintAndNoAnswer(String purpose, String words, @Nullable String hint) {
        assertThat(PATHWAYS.route(situation(purpose, words), DIRECTORY))
                .isInstanceOfSatisfying(Route.ToAPerson.class, asked -> {
                    assertThat(asked.missing()).isEqualTo("area");
                    assertThat(asked.ask().contains("suggests " + hint)).isEqualTo(hint != null);
                });
    }

    @Test
    void whereThePostcodeSpeaksAgainstTheSendersCodeAPersonDecides() {
        assertThat(PATHWAYS.route(situation("early-help-support", "postcode=PE1_1ZZ"), DIRECTORY))
                .isInstanceOfSatisfying(
                        Route.ToAPerson.class,
                        asked -> assertThat(asked.missing()).isEqualTo("area-in-doubt"));
        assertThat(PATHWAYS.route(situation("early-help-support", "postcode=PE7_1ZZ"), DIRECTORY))
                .isInstanceOf(Route.To.class);
        assertThat(PATHWAYS.route(situation("early-help-support", "postcode=PE1_1ZZ found=yes"), DIRECTORY))
                .isInstanceOf(Route.To.class);
    }

    @Test
    void safeguardingDoesNotWaitForADoubtToBeSettled() {
        assertThat(PATHWAYS.route(situation("safeguarding", "postcode=PE1_1ZZ"), DIRECTORY))
                .isInstanceOfSatisfying(Route.To.class, to -> {
                    assertThat(to.recipient().value()).isEqualTo("mash-cambridgeshire");
                    assertThat(to.doubt()).contains("Peterborough");
                });
    }

    @Test
    void twoRecipientsOfOneRoleAreAPersonsChoice() {
        Directory doubled = new Directory(
                DIRECTORY.partners(),
                Stream.concat(
                                DIRECTORY.recipients().stream(),
                                DIRECTORY.recipients().stream()
                                        .filter(it -> it.role().equals("mash")))
                        .toList());

        assertThat(PATHWAYS.route(situation("safeguarding", ""), doubled)).isInstanceOf(Route.ToAPerson.class);
    }

    @Test
    void aPlaceThatIsGoneIsAPersonsChoice() {
        Directory empty = new Directory(DIRECTORY.partners(), List.of());

        assertThat(cases().map(it -> PATHWAYS.route(situation(it.purpose(), it.words()), empty)))
                .allMatch(Route.ToAPerson.class::isInstance);
    }

    /** An underscore stands for the blank in a postcode. */
    private static Situation situation(String purpose, String words) {
        return Situations.of(purpose, words.replace("_", ""));
    }

    private static String deciding(Situation situation) {
        return PATHWAYS.deciding(situation).orElse("none");
    }

    private static Stream<Pathway> rows() {
        return PathwaysFile.of(FILE).pathways().stream();
    }
}
