package org.partnerhub.consent.breach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.partnerhub.consent.paper.Sheets;

/** A breach report as a PDF. It names no person: those whom it concerns stand there by number. */
public final class BreachPaper {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));
    private static final String TITLE = "Report of a breach of personal data";

    private BreachPaper() {}

    public static byte[] of(BreachReport report) {
        try (Sheets sheets = new Sheets(TITLE)) {
            sheets.add(TITLE, 20, 0);
            sheets.add("UK GDPR Article 33. Reference " + report.id(), 11, 6);
            sheets.add(
                    "Aware since " + TIME.format(report.awareAt()) + ". The Commissioner is told by "
                            + TIME.format(report.notifyBy()) + ", unless a risk to people is unlikely.",
                    11,
                    6);
            section(sheets, "What happened", report.whatHappened());
            section(
                    sheets,
                    "How much, and about whom",
                    counted(report.people().size(), "person", "people") + ", "
                            + counted(report.told().size(), "record", "records") + ". What was told: "
                            + words(report.categories()) + ". To: " + words(report.recipients()) + ".");
            section(sheets, "What may follow from it", report.consequences());
            section(sheets, "What has been done and will be", report.measures());
            section(
                    sheets,
                    "The people concerned",
                    report.toldToPeople()
                            ? "They have been told, or will be (Article 34)."
                            : "They are not told: a high risk to them is unlikely, or Article 34(3) applies.");
            sheets.add("The records", 15, 14);
            for (BreachReport.Told it : report.told()) {
                sheets.add(line(report, it), 11, 4);
            }
            return sheets.written();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String counted(int number, String one, String more) {
        return number + " " + (number == 1 ? one : more);
    }

    private static void section(Sheets sheets, String heading, String words) throws IOException {
        sheets.add(heading, 15, 14);
        sheets.add(words, 11, 4);
    }

    private static String line(BreachReport report, BreachReport.Told told) {
        String person =
                told.person() == null ? "Unknown" : "Person " + (report.people().indexOf(told.person()) + 1);
        return "Entry " + told.sequence() + " of the disclosure log, " + time(told.at()) + ": " + person + ", to "
                + (told.recipient() == null ? "unknown" : told.recipient().replace('-', ' ')) + ", "
                + words(told.categories());
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }

    private static String words(List<String> codes) {
        return codes.isEmpty()
                ? "not known"
                : codes.stream().map(it -> it.replace('-', ' ')).collect(Collectors.joining(", "));
    }
}
