package org.partnerhub.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keycloak, unpacked once a checkout and built once for the options that never change, so that each start is quick. */
final class KeycloakDistribution {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakDistribution.class);

    private KeycloakDistribution() {}

    static synchronized Path prepared() {
        Path programs = Programs.folder();
        Path unpacked = programs.resolve("keycloak-" + KeycloakZip.version());
        Path done = unpacked.resolve("partner-hub-prepared");
        try (FileChannel channel = FileChannel.open(
                        programs.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock onlyOne = channel.lock()) {
            if (onlyOne.isValid() && !Files.exists(done)) {
                unpack(KeycloakZip.file(), programs);
                LOG.info("Preparing Keycloak {} (half a minute, once)", KeycloakZip.version());
                build(unpacked, programs.resolve("keycloak-build.log"));
                Files.createFile(done);
            }
            return unpacked;
        } catch (IOException failed) {
            throw new UncheckedIOException("Could not unpack Keycloak into " + programs + ".", failed);
        }
    }

    private static void unpack(Path zip, Path into) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path target = into.resolve(entry.getName()).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException(entry.getName() + " would land outside of " + into + ".");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.resolveSibling("."));
                    write(file, entry, target);
                }
            }
        }
    }

    private static void write(ZipFile file, ZipEntry entry, Path target) throws IOException {
        try (InputStream content = file.getInputStream(entry)) {
            Files.deleteIfExists(target);
            Files.copy(content, target);
        }
    }

    private static void build(Path home, Path log) throws IOException {
        Process build = KeycloakCommand.in(home, "build", "--db=dev-file", "--metrics-enabled=false")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (build.onExit().join().exitValue() != 0) {
            throw new IOException("Keycloak's own build failed; see " + log + ".");
        }
    }
}
