package org.partnerhub.consent.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.partnerhub.consent.paper.Sheets;

/** A pack as a PDF, for people who want to read it on paper. The other form, JSON, says the same to a machine. */
public final class PackPaper {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).withZone(ZoneId.of("Europe/London"));
    private static final String TITLE = "What the Partner Hub holds about you";

    /** What else UK GDPR Article 15(1) and (3) lets a person know. */
    private static final String RIGHTS = """
            You can ask for what is wrong to be corrected, and you can object to what is done with it. You can ask for things to be erased or held still.
            If you think that we got it wrong, tell us, or complain to the Information Commissioner (ico.org.uk).
            What is held serves that the services that help children and families know what they need to know; each decision names its purpose.
            Records of children are kept to the 25th birthday, or the 26th of somebody who was 17 when they ended; of mental health for twenty years.""";

    private static final String KEPT_BACK = "Some of what is held is taken out or not given here.";

    private PackPaper() {}

    public static byte[] of(Pack pack) {
        try (Sheets sheets = new Sheets(TITLE)) {
            head(pack, sheets);
            for (Pack.Given piece : pack.pieces()) {
                sheets.add(words(piece.kind()) + ", " + day(piece.at()), 13, 14);
                if (piece.by() != null) {
                    sheets.add("From " + words(piece.by()), 9, 2);
                }
                sheets.add(piece.text(), 11, 3);
            }
            return sheets.written();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void head(Pack pack, Sheets sheets) throws IOException {
        sheets.add(TITLE, 20, 0);
        sheets.add(
                "Your request of " + DAY.format(pack.received().atStartOfDay(ZoneId.of("Europe/London")))
                        + ", answered " + day(pack.madeAt()) + ". Reference " + pack.request(),
                11,
                6);
        sheets.add(pack.words(), 11, 10);
        if (pack.keptBack()) {
            sheets.add(pack.keptBackBecause().isEmpty() ? KEPT_BACK : KEPT_BACK + " " + because(pack), 11, 10);
        }
        sheets.add("Who was told something", 15, 14);
        sheets.add(
                pack.told().isEmpty()
                        ? "Nobody was sent anything through the hub."
                        : String.join(
                                "\n", pack.told().stream().map(PackPaper::words).toList()),
                11,
                4);
        sheets.add("Your rights", 15, 14);
        sheets.add(RIGHTS, 11, 4);
        sheets.add("What is held", 15, 14);
        sheets.add(
                "Oldest first. A sign that this paper cannot show stands as a question mark; the data file has it.",
                9,
                4);
    }

    private static String because(Pack pack) {
        return pack.keptBackBecause().contains(Ground.THIRD_PARTY.code())
                ? "It tells of other people."
                : "It is between us and our lawyers.";
    }

    private static String day(Instant at) {
        return DAY.format(at);
    }

    private static String words(String code) {
        String words = code.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
