package org.partnerhub.notification.partner.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory;
import org.springframework.stereotype.Component;

/** The directory at hand: read again from the database every few seconds, because another instance may have changed it. */
@Component
public class CurrentDirectory {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Partners partners;
    private final Clock clock;

    private volatile @Nullable Read last;

    CurrentDirectory(Partners partners, Clock clock) {
        this.partners = partners;
        this.clock = clock;
    }

    public Directory get() {
        Read read = last;
        Instant now = clock.instant();
        if (read == null || read.at().plus(FRESH).isBefore(now)) {
            return fresh();
        }
        return read.directory();
    }

    /** As it stands in the database now, for whoever did not find what they looked for or must see what was done a moment ago. */
    public Directory fresh() {
        Read read = new Read(partners.directory(), clock.instant());
        last = read;
        return read.directory();
    }

    private record Read(Directory directory, Instant at) {}
}
