package org.partnerhub.consent.purpose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.policy.PolicyFile;

class RecordOfProcessingTest {

    private final Purposes purposes = Purposes.of(PolicyFile.read("purposes", null));
    private final String record = new RecordOfProcessing(purposes).markdown();

    @Test
    void everyPurposeHasARow() {
        assertThat(purposes.all())
                .allSatisfy(it -> assertThat(record).contains("(`" + it.id() + "`) | ", " | " + it.retention() + " |"));
    }

    @Test
    void noCellIsLeftOpen() {
        assertThat(record.lines().filter(it -> it.startsWith("| ") && !it.contains("(b)")))
                .hasSize(purposes.all().size())
                .allSatisfy(row -> assertThat(row.split(" \\| ", -1)).hasSize(5).noneMatch(String::isBlank));
    }

    @Test
    void theOneInTheDocumentsIsOfTheCurrentPolicy() throws IOException {
        Path kept = Path.of("..", "docs", "assurance", "record-of-processing.md");
        assertThat(Files.readString(kept))
                .as("Run bin/record-of-processing > docs/assurance/record-of-processing.md")
                .isEqualTo(record);
    }
}
