package org.partnerhub.notification.stay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.stay.StayReport;

/** A stay is a function of its reports: their order, their number and the moment at which each came change nothing. */
@Tag("proof-stays")
class StayPropertiesTest {

    private static final int STAYS = "full".equals(System.getProperty("hub.proof")) ? 10_000 : 300;
    private static final LocalDate BIRTH = LocalDate.of(2011, 9, 5);

    @Test
    void shuffledDuplicatedAndReplayedReportsLeaveTheSameStateAndEachNoticeOnce() {
        int reports = 0;
        int notices = 0;
        for (int seed = 0; seed < STAYS; seed++) {
            Random random = new Random(seed);
            List<Told> told = GeneratedStay.of(random);
            Instant end = Script.at(GeneratedStay.LAST_DAY);

            Simulation inOrder = new Simulation(BIRTH, Script.Council.ACKNOWLEDGES);
            told.forEach(inOrder::hear);
            inOrder.look(end);

            List<Told> shuffled = new ArrayList<>(told);
            for (int copies = random.nextInt(told.size() + 1); copies > 0; copies--) {
                shuffled.add(again(told.get(random.nextInt(told.size()))));
            }
            Collections.shuffle(shuffled, random);
            Simulation disorderly = new Simulation(BIRTH, Script.Council.ACKNOWLEDGES);
            for (Told one : shuffled) {
                disorderly.hear(one);
                disorderly.look(end);
            }
            shuffled.forEach(disorderly::hear);
            disorderly.look(end);

            assertThat(state(disorderly)).as("stay %d", seed).isEqualTo(state(inOrder));
            assertThat(disorderly.assessments())
                    .as("stay %d", seed)
                    .allSatisfy(it -> assertThat(it.due()).isEmpty());
            assertThat(repeated(disorderly)).as("stay %d", seed).isEmpty();
            reports += shuffled.size() * 2;
            notices += disorderly.given.size();
        }
        System.out.println("proof stays: " + STAYS + " stays from " + reports
                + " reports shuffled, duplicated and replayed; the same state every time, " + notices
                + " notices, each under one id");
    }

    /** The same content in another object, as a message that was sent twice. */
    private static Told again(Told it) {
        return new Told(it.partner(), it.visit(), it.report(), it.content());
    }

    /** What the reports alone say, whatever was notified meanwhile. */
    private static String state(Simulation simulation) {
        return simulation.assessedAlone(Script.at(GeneratedStay.LAST_DAY)).stream()
                .map(it -> it.standing() + " " + it.section() + " " + it.authority() + " " + it.startedOn() + " "
                        + it.endedOn() + " " + it.expectedUntil() + " " + it.overdueSince() + " " + it.due() + " "
                        + it.questions() + " "
                        + it.provisional())
                .collect(Collectors.joining("\n"));
    }

    /** Notices that stand twice. */
    private static List<String> repeated(Simulation simulation) {
        Map<String, Integer> standing = new TreeMap<>();
        simulation.given.stream()
                .filter(it -> !it.withdrawn())
                .forEach(it -> standing.merge(
                        it.visit() + "/" + it.number() + " " + it.kind() + " " + it.to() + " " + it.section() + " "
                                + it.about(),
                        1,
                        Integer::sum));
        return standing.entrySet().stream()
                .filter(it -> it.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void everyReportTellsWhatItIsAboutWithoutTellingWho() {
        StayReport report = GeneratedStay.of(new Random(1)).getFirst().report();

        assertThat(report.toString())
                .doesNotContain("Marlow")
                .contains(report.event().toString());
    }
}
