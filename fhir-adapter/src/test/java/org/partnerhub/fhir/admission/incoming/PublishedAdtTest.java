package org.partnerhub.fhir.admission.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerhub.contracts.stay.StayEvent;
import org.partnerhub.fhir.PublishedData;
import org.partnerhub.fhir.admission.ReadMessage;

/** ADT messages that others published; skipped where they are not beside this checkout. */
class PublishedAdtTest {

    private static final AdtReading READING = new AdtReading(Set.of("P"), Set.of(), Clock.systemUTC());

    @ParameterizedTest
    @CsvSource({
        "hl7v2-microsoft/ADT-A01-02.hl7,ADMITTED",
        "hl7v2-microsoft/ADT-A02-01.hl7,TRANSFERRED",
        "hl7v2-microsoft/ADT-A03-02.hl7,DISCHARGED",
        "hl7v2-microsoft/ADT-A11-01.hl7,ADMISSION_CANCELLED",
        "hl7v2-microsoft/ADT-A13-01.hl7,DISCHARGE_CANCELLED",
        "hl7v2-uk-itk/A01_example.txt,ADMITTED",
        "hl7v2-uk-itk/A03_example.txt,DISCHARGED",
        "hl7v2-uk-itk/A05_Example.txt,PRE_ADMITTED",
        "hl7v2-uk-itk/A40_Example.txt,PATIENTS_MERGED"
    })
    void eachIsTakenAsWhatItIs(String file, StayEvent event) {
        assertThat(READING.read(text(file)))
                .isInstanceOfSatisfying(
                        ReadMessage.Taken.class,
                        it -> assertThat(it.report().event()).isEqualTo(event));
    }

    @ParameterizedTest
    @CsvSource({"hl7v2-uk-itk/A03_example.txt"})
    void anItkDischargeGivesItsDestinationAndTimes(String file) {
        assertThat(READING.read(text(file))).isInstanceOfSatisfying(ReadMessage.Taken.class, it -> {
            assertThat(it.report().dischargeDestination()).isEqualTo("19");
            assertThat(it.report().visitNumber()).isEqualTo("YOR123456");
            assertThat(it.report().admittedAt()).isEqualTo("2010-10-20T16:16:00Z");
            assertThat(it.report().dischargedAt()).isEqualTo("2010-10-21T16:06:00Z");
            assertThat(it.remark()).as("3333333333 passes its check").isEmpty();
        });
    }

    /** The files hold line feeds where the wire has carriage returns. */
    private static String text(String file) {
        try {
            return Files.readString(PublishedData.folder().resolve(file), StandardCharsets.UTF_8)
                    .replaceAll("\r?\n", "\r");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The answer names the message. */
    @ParameterizedTest
    @CsvSource({"hl7v2-uk-itk/A01_example.txt,1391320453338055"})
    void itsAnswerNamesIt(String file, String id) {
        String answer = new Acknowledgment(Acknowledgment.Code.AA, "")
                .to(text(file), Clock.systemUTC().instant());

        assertThat(answer)
                .contains("\rMSA|AA|" + id + "|")
                .contains("|ACK^A01|")
                .doesNotContain("SMITH");
        assertThat(answer.split("\r", -1)).hasSize(3);
    }
}
