package org.partnerhub.consent.directory.outgoing;

import org.partnerhub.consent.directory.KnownDirectory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Not ready before the directory is known: without it nothing can be decided. */
@Component("directoryHealthIndicator")
class DirectoryHealth implements HealthIndicator {

    private final KnownDirectory directory;

    DirectoryHealth(KnownDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Health health() {
        return directory.isStale() ? Health.down().build() : Health.up().build();
    }
}
