package org.partnerhub.quickstart.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A governance officer looks up who was told what; the log is verified offline, and a tampered copy is found out. */
final class OfficerChecksTheLog {

    static final String TITLE = "A governance officer sees every step in the log, and the log proves itself";

    private static final String REASON = "Demonstration: following one family's story";

    private final DemoWorld world;
    private final Narration narration;
    private final Family family;

    OfficerChecksTheLog(DemoWorld world, Narration narration, Family family) {
        this.world = world;
        this.narration = narration;
        this.family = family;
    }

    void play() {
        String witness = world.school().get("/log/checkpoint").response().body();
        StaffSession session = new StaffSession(world.gateway());
        session.signIn(world.officer().user(), world.officer().password());
        Document page = session.open("log");
        narration.check(
                "the officer signs in at the console", page.selectFirst("form#log-search") != null, page.title());
        Document found = session.submit(
                StaffSession.form(page, "form#log-search"), Map.of("subject", family.person(), "reason", REASON));
        everyStepIsThere(found);
        String export = session.download(
                StaffSession.form(found, "form#log-export"), Map.of("reason", "Demonstration: offline verification"));
        verify(export, witness);
    }

    private void everyStepIsThere(Document page) {
        String log = page.text();
        for (String purpose : new String[] {
            "early-help-support",
            "mental-health-specialist",
            "domestic-abuse-notice-to-school",
            "section-85-notice",
            "feedback-to-referrer",
            "withdrawal-notice"
        }) {
            narration.check("the log shows " + purpose, log.contains(purpose));
        }
        List<String> entries =
                page.select("section tbody tr").stream().map(Element::text).toList();
        int given = first(entries, 0, "Consent was given");
        int withdrawn = first(entries, given + 1, "Consent was withdrawn");
        narration.check("the log shows who consented, and then the withdrawal", given >= 0 && withdrawn > given, log);
        narration.check(
                "the log shows what was refused after it",
                withdrawn >= 0
                        && first(entries, withdrawn + 1, "Sharing was refused", "mental-health-specialist") > withdrawn,
                log);
        narration.check(
                "the log shows this very look, by which account and why",
                first(entries, 0, "An officer looked", "Officer: ", REASON) >= 0,
                log);
    }

    /** The first entry from there on that says all of this; -1 where there is none. */
    private static int first(List<String> entries, int from, String... said) {
        for (int i = Math.max(0, from); i < entries.size(); i++) {
            if (Arrays.stream(said).allMatch(entries.get(i)::contains)) {
                return i;
            }
        }
        return -1;
    }

    private void verify(String export, String witness) {
        Path honest = write("log-export.ndjson", export);
        Path checkpoint = write("checkpoint-witnessed-by-the-school.txt", witness);
        narration.check(
                "bin/verify-log: the export is whole and continues what the school witnessed",
                LogVerification.run(honest, checkpoint) == 0);
        Path tampered = write("log-export-tampered.ndjson", tamper(export));
        narration.check("bin/verify-log finds the tampered copy out", LogVerification.run(tampered, checkpoint) == 1);
    }

    /** Makes one entry say another purpose, as somebody with something to hide would. */
    private static String tamper(String export) {
        return export.replaceFirst("early-help-support", "education-support");
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(Files.createDirectories(world.workFolder()).resolve(name), text);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
