package org.partnerhub.fhir.message.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.partnerhub.fhir.PublishedData;
import org.partnerhub.fhir.message.IncomingMessage;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.fhir.message.Target;

/** What {@code $process-message} makes of every FHIR sample that others published, beside what the table says it should. */
class PublishedSamplesTest {

    private static final String TABLE = "/published-samples.txt";

    private final MessageBodies bodies = new MessageBodies(FhirContext.forR4Cached(), 64);

    @Test
    @Tag("proof-fhir-samples")
    void eachIsTakenOrRefusedForTheRightReason() {
        Path folder = PublishedData.folder();
        Map<String, String> expected = expected();
        Map<String, String> actual = new TreeMap<>();
        expected.keySet().stream()
                .filter(it -> Files.exists(folder.resolve(it)))
                .forEach(it -> actual.put(it, outcome(folder.resolve(it))));

        actual.forEach(
                (file, outcome) -> System.out.printf("%-34s expected %-34s %s%n", outcome, expected.get(file), file));
        System.out.printf(
                "proof fhir-samples: %d of %d samples as expected%n",
                actual.entrySet().stream()
                        .filter(it -> it.getValue().equals(expected.get(it.getKey())))
                        .count(),
                actual.size());
        assertThat(actual).isNotEmpty();
        expected.keySet().retainAll(actual.keySet());
        assertThat(actual).isEqualTo(expected);
    }

    private String outcome(Path file) {
        try {
            Format format = file.toString().endsWith(".xml") ? Format.XML : Format.JSON;
            return switch (IncomingMessages.read(bodies.read(Files.readAllBytes(file), format), Target.HUB)) {
                case IncomingMessage.NewReferral _ -> "new-referral";
                case IncomingMessage.Update _ -> "update";
                case IncomingMessage.Cancellation _ -> "cancellation";
                case IncomingMessage.Answer answer -> "answer " + answer.state();
                case IncomingMessage.StayTold stay -> "stay " + stay.report().event();
            };
        } catch (MessageRefused refused) {
            return refused.status() + " " + refused.code() + " " + refused.issue();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** File and outcome, with two or more blanks between. */
    private static Map<String, String> expected() {
        Map<String, String> expected = new TreeMap<>();
        try (var table = Objects.requireNonNull(PublishedSamplesTest.class.getResourceAsStream(TABLE));
                Stream<String> lines = new String(table.readAllBytes(), StandardCharsets.UTF_8).lines()) {
            lines.filter(it -> !it.isBlank() && !it.startsWith("#"))
                    .map(it -> it.split(" {2,}", 2))
                    .forEach(it -> expected.put(it[1].strip(), it[0].strip()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return expected;
    }
}
