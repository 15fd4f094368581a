package org.partnerhub.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where unpacked programs lie: shared by the demo and every test run of one checkout, for they hold no data. */
final class Programs {

    /** Names another folder, such as a build server's cache. */
    static final String SETTING = "hub.programs";

    private Programs() {}

    static Path folder() {
        String set = System.getProperty(SETTING);
        Path folder = set == null ? checkout().resolve(".hub").resolve("programs") : Path.of(set);
        try {
            return Files.createDirectories(folder.toAbsolutePath());
        } catch (IOException unusable) {
            throw new UncheckedIOException(
                    "Cannot make " + folder + "; name another folder with -D" + SETTING + "=...", unusable);
        }
    }

    private static Path checkout() {
        Path here = Path.of("").toAbsolutePath();
        for (@Nullable Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("embedded-parts").resolve("pom.xml"))) {
                return folder;
            }
        }
        return here;
    }
}
