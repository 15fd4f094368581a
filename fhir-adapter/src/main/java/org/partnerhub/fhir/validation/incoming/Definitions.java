package org.partnerhub.fhir.validation.incoming;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Profiles, value sets and code systems beside those of base R4, all read from files: nothing is ever fetched. */
final class Definitions {

    private static final List<String> KINDS = List.of("\"StructureDefinition\"", "\"ValueSet\"", "\"CodeSystem\"");

    private final IParser parser;
    private final PrePopulatedValidationSupport support;

    private Definitions(FhirContext fhir) {
        this.parser = fhir.newJsonParser();
        this.parser.setParserErrorHandler(new LenientErrorHandler(false));
        this.support = new PrePopulatedValidationSupport(fhir);
    }

    /** The hub's own, in contracts. */
    static PrePopulatedValidationSupport ofTheHub(FhirContext fhir) {
        Definitions definitions = new Definitions(fhir);
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:/fhir/*.json")) {
                definitions.add(String.valueOf(file.getFilename()), file.getContentAsByteArray());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return definitions.support;
    }

    /**
     * The operator's.
     *
     * @param place a folder, searched with its sub-folders, or a .tgz
     * @throws IllegalStateException naming the file that cannot be read, and the setting
     */
    static PrePopulatedValidationSupport in(Path place, FhirContext fhir) {
        Definitions definitions = new Definitions(fhir);
        try {
            if (Files.isDirectory(place)) {
                definitions.addFolder(place);
            } else {
                definitions.addPackage(place);
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "hub.fhir.profiles: " + place + " cannot be read; name a folder or a .tgz package.", unreadable);
        }
        return definitions.support;
    }

    private void addFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(".json")).sorted().toList()) {
                add(file.toString(), Files.readAllBytes(file));
            }
        }
    }

    private void addPackage(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                TarArchiveInputStream files = new TarArchiveInputStream(new GzipCompressorInputStream(bytes))) {
            for (TarArchiveEntry it = files.getNextEntry(); it != null; it = files.getNextEntry()) {
                if (it.isFile() && it.getName().endsWith(".json")) {
                    add(file + ": " + it.getName(), files.readAllBytes());
                }
            }
        }
    }

    /** Packages hold examples and an index as well, which nobody validates by. */
    private void add(String name, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (KINDS.stream().noneMatch(text::contains)) {
            return;
        }
        try {
            var resource = parser.parseResource(text);
            if (KINDS.contains("\"" + resource.fhirType() + "\"")) {
                support.addResource(resource);
            }
        } catch (DataFormatException | IllegalArgumentException | NullPointerException noDefinition) {
            throw new IllegalStateException(
                    "hub.fhir.profiles: " + name + " is no definition in FHIR R4 with a url; mend or remove it.",
                    noDefinition);
        }
    }
}
