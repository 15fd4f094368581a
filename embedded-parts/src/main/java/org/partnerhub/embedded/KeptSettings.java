package org.partnerhub.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;

/** Names and values in a properties file; a value is made once and then kept. */
final class KeptSettings {

    private final Path file;
    private final String comment;
    private final Properties kept = new Properties();

    KeptSettings(Path file, String comment) {
        this.file = file;
        this.comment = comment;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            } catch (IOException unreadable) {
                throw new UncheckedIOException("Cannot read " + file + ".", unreadable);
            }
        }
    }

    synchronized String get(String name, Supplier<String> made) {
        String value = kept.getProperty(name);
        if (value == null) {
            value = made.get();
            kept.setProperty(name, value);
            write();
        }
        return value;
    }

    synchronized Collection<String> values() {
        return List.copyOf(
                kept.stringPropertyNames().stream().map(kept::getProperty).toList());
    }

    /** Through a second file, so that a crash leaves the old one or the new one, never half of one. */
    private void write() {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            try (Writer writer = Files.newBufferedWriter(next)) {
                kept.store(writer, comment);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("Cannot write " + file + ".", unwritable);
        }
    }
}
