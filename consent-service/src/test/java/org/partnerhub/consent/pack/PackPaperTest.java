package org.partnerhub.consent.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PackPaperTest {

    private static Pack pack(String text, int pieces, boolean keptBack) {
        return new Pack(
                "5d0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00",
                "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11",
                LocalDate.of(2026, 11, 2),
                Instant.parse("2026-11-27T10:00:00Z"),
                "This is everything.",
                List.of("cpft-camhs"),
                keptBack,
                List.of(),
                IntStream.range(0, pieces)
                        .mapToObj(it -> new Pack.Given(
                                "statement",
                                Instant.parse("2026-03-01T10:00:00Z"),
                                "fenland-academy",
                                "education",
                                text + " " + it))
                        .toList());
    }

    private static String printed(Pack pack) throws IOException {
        try (PDDocument read = Loader.loadPDF(PackPaper.of(pack))) {
            assertThat(read.getDocumentInformation().getTitle()).isEqualTo("What the Partner Hub holds about you");
            assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo("en-GB");
            return new PDFTextStripper().getText(read);
        }
    }

    @Test
    void everyPieceIsPrintedWithWhoSaidItAndWhen() throws IOException {
        assertThat(printed(pack("Text: Łukasz Żółć likes school.", 60, false)))
                .contains(
                        "Your request of 2 November 2026, answered 27 November 2026",
                        "This is everything.",
                        "Cpft camhs",
                        "Information Commissioner",
                        "Statement, 1 March 2026",
                        "From Fenland academy",
                        "Text: Łukasz Żółć likes school. 59",
                        "Page 5")
                .doesNotContain("not given here");
    }

    @Test
    void thatSomethingIsKeptBackIsSaid() throws IOException {
        assertThat(printed(pack("Text: [redacted]", 1, true))).contains("taken out or not given here");
    }

    @Test
    void longWordsAndSignsWithoutAFaceStopNothing() throws IOException {
        String printed = printed(pack("a".repeat(400) + " 😀 \tعرب", 1, false));

        assertThat(printed.replace("\n", "")).contains("a".repeat(80)).contains("? ");
    }
}
