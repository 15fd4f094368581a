package org.partnerhub.fhir.message.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.partnerhub.fhir.PublishedData;
import org.partnerhub.fhir.message.IncomingMessage;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.fhir.message.Target;

/** Messages that NHS England published, which lie beside a checkout where somebody put them and are skipped where not. */
class PublishedMessagesTest {

    private final MessageBodies bodies = new MessageBodies(FhirContext.forR4Cached(), 64);

    @Test
    void everyReferralMessageIsReadStrictly() {
        assertThat(files("bars-ig/examples", "REF"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(read(file).getType()).isEqualTo(Bundle.BundleType.MESSAGE));
    }

    @Test
    void everyReferralResponseIsAnAnswer() {
        for (Path file : files("bars-ig/examples", "REFRESP")) {
            IncomingMessage message = IncomingMessages.read(read(file), Target.HUB);
            assertThat(message).as(file.toString()).isInstanceOf(IncomingMessage.Answer.class);
            assertThat(((IncomingMessage.Answer) message).answers()).isNotBlank();
        }
    }

    /** BaRS has no use case of the hub's, and the hub none of BaRS's. */
    @Test
    void aReferralForAnotherUseCaseIsAnUnknownCombination() {
        for (Path file : files("bars-ig/examples", "REFREQ0")) {
            if (file.toString().contains("REFREQ01")) {
                continue; // it bears a flag for safeguarding
            }
            assertThatThrownBy(() -> IncomingMessages.read(read(file), Target.HUB))
                    .as(file.toString())
                    .isInstanceOfSatisfying(MessageRefused.class, refused -> {
                        assertThat(refused.status()).isEqualTo(400);
                        assertThat(refused.issue()).isEqualTo("invariant");
                    });
        }
    }

    @Test
    void aMessageOfAnOlderFhirIsRefused() {
        for (Path file : files("nems-stu3-events", "")) {
            assertThatThrownBy(() -> IncomingMessages.read(read(file), Target.HUB))
                    .as(file.toString())
                    .isInstanceOf(MessageRefused.class);
        }
    }

    private Bundle read(Path file) {
        try {
            Format format = file.toString().endsWith(".xml") ? Format.XML : Format.JSON;
            return bodies.read(Files.readAllBytes(file), format);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> files(String folder, String prefix) {
        try (Stream<Path> found = Files.list(PublishedData.folder().resolve(folder))) {
            return found.filter(it -> it.getFileName().toString().startsWith(prefix))
                    .filter(it -> it.toString().matches(".*\\.(xml|json)"))
                    .sorted()
                    .toList();
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }
}
