package org.partnerhub.referral.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.Directories;
import org.partnerhub.referral.referral.Kind;
import org.partnerhub.referral.referral.Urgency;

class PathwaysTest {

    private static final PolicyFile FILE = PolicyFile.read("pathways", null);
    private static final Pathways PATHWAYS = Pathways.of(FILE);
    private static final Directory DIRECTORY = Directories.demonstration();

    @ParameterizedTest(name = "{0}: {1} {2} {3} in {4}, school {5}, named {6} → {7}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            safeguarding-to-mash                    | safeguarding                    | request      | routine   | E10000003 | -      | -                           | mash-cambridgeshire
            safeguarding-to-mash                    | safeguarding                    | step-up      | emergency | E06000031 | 999001 | -                           | mash-peterborough
            safeguarding-to-mash                    | safeguarding                    | request      | routine   | E07000010 | -      | cpft-camhs                  | mash-cambridgeshire
            domestic-abuse-notice-to-school         | domestic-abuse-notice-to-school | notification | urgent    | E10000003 | 999001 | -                           | fenland-academy-safeguarding-lead
            domestic-abuse-notice-to-school         | domestic-abuse-notice-to-school | notification | urgent    | -         | 999001 | -                           | fenland-academy-safeguarding-lead
            domestic-abuse-notice-without-school    | domestic-abuse-notice-to-school | notification | urgent    | E06000031 | -      | -                           | mash-peterborough
            named-recipient                         | early-help-support              | request      | routine   | E10000003 | -      | early-help-hub-peterborough | early-help-hub-peterborough
            step-down-to-early-help                 | early-help-support              | step-down    | routine   | E06000031 | -      | -                           | early-help-hub-peterborough
            early-help-cambridgeshire               | early-help-support              | request      | routine   | E10000003 | -      | -                           | early-help-hub-cambridgeshire
            early-help-cambridgeshire               | early-help-support              | request      | urgent    | E07000011 | -      | -                           | early-help-hub-cambridgeshire
            early-help-peterborough                 | early-help-support              | request      | routine   | E06000031 | -      | -                           | early-help-hub-peterborough
            specialist-mental-health                | mental-health-specialist        | request      | routine   | E10000003 | -      | -                           | cpft-camhs
            specialist-mental-health                | mental-health-specialist        | request      | routine   | -         | -      | -                           | cpft-camhs
            """)
    void goesWhereItsRowSays(
            String pathway,
            String purpose,
            String kind,
            String urgency,
            @Nullable String area,
            @Nullable String school,
            @Nullable String named,
            String recipient) {
        Route route = PATHWAYS.route(situation(purpose, kind, urgency, area, school, named), DIRECTORY);

        assertThat(route).isInstanceOfSatisfying(Route.To.class, to -> {
            assertThat(to.pathway()).isEqualTo(pathway);
            assertThat(to.recipient()).isEqualTo(new RecipientId(recipient));
            assertThat(to.whyHere()).isNotBlank().endsWith(".");
        });
    }

    @ParameterizedTest(name = "{0} in {2}, school {3}, named {4}: a person finds out the {5}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            safeguarding                    | routine   | -         | -      | -                 | area
            safeguarding                    | routine   | E08000003 | -      | -                 | area
            early-help-support              | routine   | -         | -      | -                 | area
            early-help-support              | routine   | E08000003 | -      | -                 | area
            early-help-support              | emergency | E10000003 | -      | -                 | judgement
            early-help-support              | routine   | E10000003 | -      | closed-since-then | recipient
            domestic-abuse-notice-to-school | urgent    | E10000003 | 999999 | -                 | recipient
            domestic-abuse-notice-to-school | urgent    | -         | -      | -                 | area
            mental-health-wellbeing         | routine   | E10000003 | -      | -                 | recipient
            """)
    void goesToAPersonWhereOnlyAGuessWouldDecide(
            String purpose,
            String urgency,
            @Nullable String area,
            @Nullable String school,
            @Nullable String named,
            String missing) {
        Route route = PATHWAYS.route(situation(purpose, "request", urgency, area, school, named), DIRECTORY);

        assertThat(route).isInstanceOfSatisfying(Route.ToAPerson.class, asked -> {
            assertThat(asked.missing()).isEqualTo(missing);
            assertThat(asked.ask()).isNotBlank().endsWith(".");
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

        assertThat(PATHWAYS.route(situation("safeguarding", "request", "routine", "E10000003", null, null), doubled))
                .isInstanceOf(Route.ToAPerson.class);
    }

    @Test
    void noCombinationFallsThrough() {
        assertThat(everySituation())
                .isNotEmpty()
                .allSatisfy(situation -> assertThat(PATHWAYS.route(situation, DIRECTORY))
                        .satisfies(route -> {
                            if (route instanceof Route.ToAPerson(String missing, String _)) {
                                assertThat(missing).isNotEqualTo("pathway");
                            }
                        }));
    }

    @Test
    void safeguardingNeverGoesAnywhereButToMash() {
        assertThat(everySituation().filter(it -> it.purpose().equals(new Purpose("safeguarding"))))
                .isNotEmpty()
                .allSatisfy(situation -> {
                    if (PATHWAYS.route(situation, DIRECTORY) instanceof Route.To(RecipientId to, String _, String _)) {
                        assertThat(to.value()).startsWith("mash-");
                    }
                });
    }

    @Test
    void everyRowIsReachedInSomeSituation() {
        Set<String> reached = everySituation()
                .map(situation -> PATHWAYS.route(situation, withWellbeing()))
                .map(route -> switch (route) {
                    case Route.To to -> to.pathway();
                    case Route.ToAPerson asked -> asked.missing();
                })
                .collect(Collectors.toSet());

        assertThat(FILE.content()
                        .path("pathways")
                        .valueStream()
                        .filter(row -> !row.path("to").has("person"))
                        .map(row -> row.path("name").asString()))
                .allMatch(reached::contains);
        assertThat(reached).contains("judgement");
    }

    @Test
    void noPathwayTellsMoreThanItsPurposeMayEverCarry() {
        PolicyFile.read("purposes", null).content().path("purposes").forEach(purpose -> {
            Set<String> carries = purpose.path("carries")
                    .valueStream()
                    .map(it -> it.asString())
                    .collect(Collectors.toSet());
            Purpose id = new Purpose(purpose.path("id").asString());
            assertThat(PATHWAYS.tells(id)).allMatch(category -> carries.contains(category.code()), id + " carries");
        });
    }

    private static Directory withWellbeing() {
        Directory.Recipient camhs =
                DIRECTORY.recipient(new RecipientId("cpft-camhs")).orElseThrow();
        Directory.Recipient younited = new Directory.Recipient(
                new RecipientId("younited"),
                "YOUnited",
                camhs.kind(),
                "wellbeing-single-point",
                camhs.operatedBy(),
                null,
                null,
                camhs.channel());
        return new Directory(
                DIRECTORY.partners(),
                Stream.concat(DIRECTORY.recipients().stream(), Stream.of(younited))
                        .toList());
    }

    private static Stream<Situation> everySituation() {
        return PATHWAYS.purposes().stream()
                .flatMap(purpose -> Arrays.stream(Kind.values())
                        .flatMap(kind -> Arrays.stream(Urgency.values())
                                .flatMap(urgency -> areas().stream()
                                        .flatMap(area -> schools().stream()
                                                .flatMap(school -> named().stream()
                                                        .map(recipient -> situation(
                                                                purpose.value(),
                                                                kind.code(),
                                                                urgency.code(),
                                                                area.isEmpty() ? null : area,
                                                                school.isEmpty() ? null : school,
                                                                recipient.isEmpty() ? null : recipient)))))));
    }

    private static List<String> areas() {
        return List.of("E10000003", "E07000010", "E06000031", "E08000003", "");
    }

    private static List<String> schools() {
        return List.of("999001", "999999", "");
    }

    private static List<String> named() {
        return List.of("cpft-camhs", "");
    }

    private static Situation situation(
            String purpose,
            String kind,
            String urgency,
            @Nullable String area,
            @Nullable String school,
            @Nullable String named) {
        return new Situation(
                new Purpose(purpose),
                Kind.of(kind),
                Urgency.of(urgency),
                area,
                school,
                named == null ? null : new RecipientId(named),
                Instant.parse("2026-11-23T10:00:00Z"));
    }
}
