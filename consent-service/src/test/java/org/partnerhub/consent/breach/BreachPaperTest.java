package org.partnerhub.consent.breach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.identity.PersonId;

class BreachPaperTest {

    private static final PersonId PERSON = PersonId.fresh();

    private static BreachReport.Told told(long sequence) {
        return new BreachReport.Told(
                sequence,
                UUID.randomUUID(),
                Instant.parse("2026-11-19T09:30:00Z"),
                PERSON,
                "fenland-academy-safeguarding-lead",
                "safeguarding",
                "delivered",
                List.of("identity", "safety"));
    }

    @Test
    void itSaysWhatTheCommissionerAsksForAndNamesNobody() throws IOException {
        BreachReport report = new BreachReport(
                UUID.randomUUID(),
                Instant.parse("2026-11-20T16:30:00Z"),
                "Two notices went to the wrong school.",
                "It learned of an incident.",
                "It deleted them.",
                true,
                List.of(told(4), told(9)),
                "officer.adeyemi",
                Instant.parse("2026-11-21T09:00:00Z"));
        try (PDDocument read = Loader.loadPDF(BreachPaper.of(report))) {
            assertThat(new PDFTextStripper().getText(read).replaceAll("\\s+", " "))
                    .contains(
                            "Aware since 20 November 2026 at 16:30",
                            "told by 23 November 2026 at 16:30",
                            "1 person, 2 records",
                            "identity, safety",
                            "Entry 9 of the disclosure log",
                            "Person 1, to fenland academy safeguarding lead",
                            "They have been told")
                    .doesNotContain(PERSON.toString());
        }
    }
}
