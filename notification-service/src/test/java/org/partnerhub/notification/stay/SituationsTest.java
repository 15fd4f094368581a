package org.partnerhub.notification.stay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerhub.contracts.stay.Setting;

/**
 * Named situations and what follows from each on which day, in {@code stays/situations.txt}. Each names its source. The days pass one
 * by one, so that a notice that comes a day early or late, or twice, is seen.
 */
class SituationsTest {

    /** A line of the table. */
    record Situation(
            String name,
            @Nullable Setting setting,
            String residence,
            @Nullable LocalDate born,
            String happened,
            LocalDate until,
            String section,
            String authority,
            String standing,
            List<String> notices,
            String source) {

        static Situation of(String line) {
            String[] it =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
            return new Situation(
                    it[0],
                    Script.setting(it[1]),
                    it[2],
                    it[3].equals("-") ? null : LocalDate.parse(it[3]),
                    it[4],
                    LocalDate.parse(it[5]),
                    it[6],
                    it[7],
                    it[8],
                    it[9].isEmpty() ? List.of() : List.of(it[9].split("; *", -1)),
                    it[10]);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Situation> situations() {
        try (InputStream file = SituationsTest.class.getResourceAsStream("/stays/situations.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(it -> !it.isBlank() && !it.startsWith("#"))
                    .map(Situation::of);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("situations")
    void whatFollowsIsWhatTheLawAndTheProcedureAskFor(Situation it) {
        Script script = Script.of(it.happened(), it.setting(), Script.residence(it.residence()));
        Simulation simulation = new Simulation(it.born(), script.council());

        simulation.live(script.reports(), it.until());

        assertThat(seen(simulation)).as(it.source()).isEqualTo(expected(it));
    }

    @Test
    void thereAreAtLeastSixtyEachWithItsSource() {
        List<Situation> all = situations().toList();

        assertThat(all)
                .hasSizeGreaterThanOrEqualTo(60)
                .allSatisfy(it -> assertThat(it.source()).isNotBlank());
        assertThat(all).extracting(Situation::name).doesNotHaveDuplicates();
    }

    private static String expected(Situation it) {
        return "section " + it.section() + ", authority " + it.authority() + ", " + it.standing() + "\n"
                + String.join("\n", it.notices());
    }

    private static String seen(Simulation simulation) {
        List<Assessment> assessments = simulation.assessments();
        String notices = simulation.given.stream().map(SituationsTest::text).collect(Collectors.joining("\n"));
        if (assessments.isEmpty()) {
            return "section -, authority -, no stay\n" + notices;
        }
        Assessment last = assessments.getLast();
        return "section " + (last.section() == null ? "-" : last.section().number()) + ", authority "
                + Objects.requireNonNullElse(last.authority(), "-") + ", " + standing(last) + "\n" + notices;
    }

    /** Such as {@code notified overdue breach}, with the questions that are open. */
    private static String standing(Assessment it) {
        return Stream.of(
                        it.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        it.provisional() ? "provisional" : "",
                        it.overdueSince() == null ? "" : "overdue-since-" + it.overdueSince(),
                        it.breachSince() == null ? "" : "breach-since-" + it.breachSince(),
                        it.silentSince() == null ? "" : "silent-since-" + it.silentSince(),
                        it.questions().stream().sorted().map(Question::code).collect(Collectors.joining(" ")))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String text(GivenNotice it) {
        return EnglandsDays.dayOf(it.givenAt()) + " " + it.kind().code() + " "
                + it.to().role().code() + " "
                + it.to().of()
                + (it.section() == null || !it.kind().isFirst()
                        ? ""
                        : " s." + it.section().number());
    }
}
