package org.partnerhub.referral.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.policy.PolicyUnusable;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.Directories;
import org.partnerhub.referral.referral.Kind;
import org.partnerhub.referral.referral.Level;
import org.partnerhub.referral.referral.Urgency;
import org.partnerhub.referral.story.Theme;

/** Every combination of the values that any row of a purpose looks at. */
class NoAskFallsThroughTest {

    private static final PolicyFile FILE = PolicyFile.read("pathways", null);
    private static final Pathways PATHWAYS = Pathways.of(FILE, new WorkingDays());
    private static final Directory DIRECTORY = Directories.ofPolicy();
    private static final boolean FULL = "full".equals(System.getProperty("hub.proof"));

    @Test
    @Tag("proof-pathways")
    void noCombinationFallsThroughAndSafeguardingAlwaysWins() {
        long[] tried = {0};
        Set<String> lost = new HashSet<>();
        for (Purpose purpose : PATHWAYS.purposes()) {
            everySituation(purpose).forEach(situation -> {
                tried[0]++;
                switch (PATHWAYS.route(situation, DIRECTORY)) {
                    case Route.To(RecipientId to, String row, String _, String _) -> {
                        if (purpose.value().equals("safeguarding")
                                && !to.value().startsWith("mash-")) {
                            lost.add(situation.purpose() + " by " + row + " to " + to);
                        }
                    }
                    case Route.ToAPerson(String missing, String _) -> {
                        if (missing.equals("pathway")
                                || (purpose.value().equals("safeguarding") && !missing.equals("area"))) {
                            lost.add(situation.toString());
                        }
                    }
                }
            });
        }

        System.out.println("proof pathways: " + tried[0] + " combinations, " + lost.size() + " lost");
        assertThat(lost).isEmpty();
        assertThat(tried[0]).isGreaterThan(FULL ? 500_000 : 10_000);
    }

    @Test
    void aFileThatLetsAnAskFallThroughStopsTheStart(@TempDir Path folder) throws Exception {
        String whole = new String(
                PolicyFile.class.getResourceAsStream("/policy/pathways.yml").readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve("pathways.yml"),
                whole.replace(
                        "when: {purpose: [mental-health-crisis]}",
                        "when: {purpose: [mental-health-crisis], level: [specialist]}"));
        PolicyFile file = PolicyFile.read("pathways", folder);

        assertThatThrownBy(() -> Pathways.of(file, new WorkingDays()))
                .isInstanceOf(PolicyUnusable.class)
                .hasMessageContaining("mental-health-crisis")
                .hasMessageContaining("must not fall through");
    }

    /** A condition that no row of the purpose has cannot matter; in a full run it varies all the same. */
    private static Stream<Situation> everySituation(Purpose purpose) {
        List<Pathway.When> rows = PathwaysFile.of(FILE).pathways().stream()
                .map(Pathway::when)
                .filter(when -> when.purpose().contains(purpose))
                .toList();
        List<String> services = new ArrayList<>(PATHWAYS.services(purpose));
        services.add("");
        List<Kind> kinds = values(rows, Pathway.When::kind, List.of(Kind.values()));
        List<Urgency> urgencies = values(rows, Pathway.When::urgency, List.of(Urgency.values()));
        List<String> levels = values(rows, Pathway.When::level, levels());
        List<Theme> themes = values(rows, Pathway.When::theme, List.of(Theme.values()));
        List<String> senders =
                values(rows, Pathway.When::sender, List.of("police", "school", "college", "council", ""));
        List<String> named =
                values(rows, Pathway.When::recipient, List.of("", "cpft-camhs", "sleep-support-peterborough", "gone"));
        List<String> times = values(rows, Pathway.When::open, times());
        return services.stream()
                .flatMap(service -> kinds.stream()
                        .flatMap(kind -> urgencies.stream()
                                .flatMap(urgency -> levels.stream()
                                        .flatMap(level -> themes.stream()
                                                .flatMap(theme -> senders.stream()
                                                        .flatMap(sender -> named.stream()
                                                                .flatMap(name -> times.stream()
                                                                        .flatMap(time -> words(
                                                                                        service, kind, urgency, level,
                                                                                        theme, sender, name, time)
                                                                                .map(words -> Situations.of(
                                                                                        purpose.value(),
                                                                                        words))))))))));
    }

    private static Stream<String> words(
            String service,
            Kind kind,
            Urgency urgency,
            String level,
            Theme theme,
            String sender,
            String named,
            String time) {
        String ask = word("service", service) + "kind=" + kind.code() + " urgency=" + urgency.code() + " "
                + word("level", level) + "theme=" + theme.code() + " "
                + (sender.isEmpty() ? "sender=- " : word("sender", sender)) + word("named", named) + word("at", time);
        return areas().flatMap(area -> ages().flatMap(age -> Stream.of("", "school=999001 ", "school=999999 ")
                .flatMap(school ->
                        Stream.of("", "with=early-help-assessment").map(with -> ask + area + age + school + with))));
    }

    private static Stream<String> areas() {
        return Stream.of(
                "area=E10000003 ",
                "area=E07000010 ",
                "area=E07000011 postcode=PE293ZZ ",
                "area=E06000031 ",
                "area=E06000031 postcode=CB12ZZ ",
                "area=E08000003 ",
                "area=- ");
    }

    private static Stream<String> ages() {
        return Stream.of("age=9 ", "age=13 ", "age=17 ", "age=18 ", "age=26 ", "age=- ");
    }

    private static List<String> levels() {
        List<String> levels = new ArrayList<>(
                EnumSet.allOf(Level.class).stream().map(Level::code).toList());
        levels.add("");
        return levels;
    }

    private static List<String> times() {
        return List.of(
                "2026-11-23T10:00:00Z",
                "2026-11-23T08:30:00Z",
                "2026-11-23T20:30:00Z",
                "2026-11-23T03:00:00Z",
                "2026-11-28T12:00:00Z",
                "2026-12-25T12:00:00Z");
    }

    private static String word(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + value + " ";
    }

    private static <T> List<T> values(
            List<Pathway.When> rows, Function<Pathway.When, @Nullable Object> condition, Collection<T> all) {
        boolean matters = rows.stream().anyMatch(when -> condition.apply(when) != null);
        return matters || (FULL && all.size() < 4)
                ? List.copyOf(all)
                : List.of(all.iterator().next());
    }
}
