package org.partnerhub.fhir.validation.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.partnerhub.fhir.PublishedData;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.fhir.message.Remark;
import org.springframework.util.unit.DataSize;

/** What base R4 says about every message that others published and that can be read at all; skipped where nobody put them here. */
class PublishedValidationTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final Validation validation = new Validation(
            new ValidationSettings(null, false, Duration.ofMinutes(1), DataSize.ofMegabytes(1), 300), FHIR);

    @Test
    void onlyWhatHasAnIdThatIsNoneIsRefused() throws IOException {
        Map<String, String> refused = new TreeMap<>();
        for (Path file : messages()) {
            read(file)
                    .flatMap(this::refusal)
                    .ifPresent(it -> refused.put(file.getFileName().toString(), it));
        }
        assertThat(refused.values()).allSatisfy(it -> assertThat(it).startsWith("Bundle.entry[3].resource.id "));
        assertThat(refused.keySet()).allSatisfy(it -> assertThat(it).matches("REFREQ(8B|8D|9A)_.*"));
    }

    private Optional<String> refusal(Bundle message) {
        try {
            List<Remark> remarks = validation.checked(message);
            assertThat(remarks).allSatisfy(it -> assertThat(it.words()).isNotBlank());
            return Optional.empty();
        } catch (MessageRefused refused) {
            return Optional.of(refused.expression() + " " + refused.getMessage());
        }
    }

    private static List<Path> messages() throws IOException {
        try (Stream<Path> files = Files.walk(PublishedData.folder())) {
            return files.filter(it ->
                            it.toString().endsWith(".json") || it.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<Bundle> read(Path file) throws IOException {
        IParser parser = file.toString().endsWith(".xml") ? FHIR.newXmlParser() : FHIR.newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());
        try {
            Resource resource = (Resource) parser.parseResource(Files.readString(file));
            return resource instanceof Bundle bundle && bundle.getType() == Bundle.BundleType.MESSAGE
                    ? Optional.of(bundle)
                    : Optional.empty();
        } catch (DataFormatException | IllegalArgumentException noR4) {
            return Optional.empty();
        }
    }
}
