package org.partnerhub.fhir;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Messages that others published, where somebody put them beside this checkout; tests of them are skipped where nobody did. */
public final class PublishedData {

    private static final Path PLACE = Path.of("shared", "standards", "data");

    private PublishedData() {}

    /** The folder, or else the test ends here, skipped. */
    public static Path folder() {
        Optional<Path> found = Stream.iterate(
                        Path.of("").toAbsolutePath(), here -> here != null && here.getParent() != null, Path::getParent)
                .map(here -> here.resolve(PLACE))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(found.isPresent(), "Nothing that others published lies beside this checkout, in " + PLACE + ".");
        return found.orElseThrow();
    }
}
