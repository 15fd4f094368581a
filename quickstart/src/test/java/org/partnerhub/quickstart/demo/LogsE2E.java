package org.partnerhub.quickstart.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.partnerhub.quickstart.DemoWorlds;
import org.partnerhub.quickstart.RunningHub;
import org.partnerhub.quickstart.partner.PartnerClient;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the whole hub writes into its log while a family's story is told, and while things go wrong. */
@ExtendWith(RunningHub.class)
class LogsE2E {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern TEST_NHS_NUMBER = Pattern.compile("(?<![\\w-])999[ -]?\\d{3}[ -]?\\d{4}(?![\\w-])");

    private final RunningHub.World world;
    private final Path log;
    private final DemoWorld family;
    private final InventedChild child = InventedChild.aged(15, RandomGenerator.getDefault());

    LogsE2E(RunningHub.World world) {
        this.world = world;
        this.log = world.folder().part("logs").resolve("hub.log");
        this.family = DemoWorlds.of(world.hub().addresses().gateway(), world.partners(), world.folder());
    }

    @Test
    void everyLineIsJsonAndNoneTellsAnythingOfTheFamily() throws IOException {
        long before = Files.size(log);
        world.partners().council().conduct().failNext(1, 503);
        play();
        badInput();
        careless();

        List<String> lines = linesAfter(before);
        assertThat(lines)
                .allSatisfy(line -> assertThat(JSON.readTree(line).isObject()).isTrue());
        assertThat(lines).anyMatch(line -> line.contains("Looked for [number] born [date], token [token]"));
        assertThat(lines).noneMatch(line -> TEST_NHS_NUMBER.matcher(line).find());
        for (String personal : personal()) {
            Pattern words = Pattern.compile("(?<!\\w)" + Pattern.quote(personal) + "(?!\\w)");
            assertThat(lines).as(personal).noneMatch(line -> words.matcher(line).find());
        }
        assertThat(lines).noneMatch(line -> line.contains("eyJ"));
    }

    private void play() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Narration narration = new Narration(new PrintStream(told, true, StandardCharsets.UTF_8));
        new FamilyStory(family, narration, child).play();
        assertThat(narration.failed()).as(told.toString(StandardCharsets.UTF_8)).isFalse();
    }

    /** What was wrong is not in the log either. */
    private void badInput() {
        PartnerClient school = family.school();
        var unknownTheme = SchoolTellsTheStory.request(child);
        unknownTheme.put("themes", List.of(child.given()));
        assertThat(school.post("/referrals", unknownTheme).status()).isEqualTo(400);
        assertThat(school.get("/people/" + child.nhsNumber() + "/story?purpose=" + child.family())
                        .status())
                .isBetween(400, 404);
        assertThat(school.post("/consents/" + child.nhsNumber() + "/withdrawal", unknownTheme)
                        .status())
                .isBetween(400, 404);
    }

    /** The last net is in place in this very log: what somebody forgot is masked. */
    private void careless() {
        LoggerFactory.getLogger("org.partnerhub.SomebodyForgot")
                .warn(
                        "Looked for {} born {}, token {}",
                        child.nhsNumber(),
                        child.birthDate(),
                        family.school().token());
    }

    /** Everything that could tell of this child, and every secret that was used. */
    private Set<String> personal() {
        Set<String> personal = new TreeSet<>(Set.of(
                child.given(),
                child.family(),
                child.birthDate().toString(),
                child.nhsNumber(),
                "1 Invented Row",
                "PE15 8ZZ",
                family.officer().password()));
        Stream.of(family.school(), family.police(), family.hospital(), family.council(), family.camhs())
                .map(PartnerClient::token)
                .forEach(personal::add);
        personal.addAll(sentences(JSON.valueToTree(SchoolTellsTheStory.referral(child))));
        personal.addAll(sentences(JSON.valueToTree(PoliceReportAnIncident.incident(child))));
        return personal;
    }

    /** Texts of several words: codes and ids have none. */
    private static Set<String> sentences(JsonNode body) {
        if (body.isString()) {
            return body.asString().contains(" ") ? Set.of(body.asString()) : Set.of();
        }
        return body.valueStream().flatMap(it -> sentences(it).stream()).collect(Collectors.toSet());
    }

    private List<String> linesAfter(long offset) throws IOException {
        byte[] all = Files.readAllBytes(log);
        int from = all.length < offset ? 0 : (int) offset; // begun anew meanwhile
        return new String(all, from, all.length - from, StandardCharsets.UTF_8)
                .lines()
                .toList();
    }
}
