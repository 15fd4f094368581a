package org.partnerhub.referral.directory.http;

import org.partnerhub.referral.directory.KnownDirectory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Not ready before the directory is known: until then every partner would be a stranger. */
@Component("directory")
class DirectoryHealth implements HealthIndicator {

    private final KnownDirectory directory;

    DirectoryHealth(KnownDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Health health() {
        return directory.last().isPresent()
                ? Health.up().build()
                : Health.outOfService().build();
    }
}
