package org.partnerhub.support.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.io.Closeable;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * The issuer's public keys: fetched when first needed, refreshed ahead, kept through an outage, and never fetched oftener than the
 * limit, however many unknown keys are named. As a part of readiness it is down until the keys were had once: before that no
 * token can be verified.
 */
public final class IssuerKeys implements JWKSource<SecurityContext>, HealthIndicator, Closeable {

    private static final Duration LIVE = Duration.ofMinutes(10);
    private static final Duration OUTLIVE_AN_OUTAGE = Duration.ofHours(8);
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(10);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(500);
    private static final int TIMEOUT_MILLIS = 3_000;
    private static final int MOST_BYTES = 256 * 1024;
    private static final JWKSelector EVERY = new JWKSelector(new JWKMatcher.Builder().build());

    private final URL address;
    private final DefaultResourceRetriever http =
            new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MOST_BYTES);
    private final JWKSource<SecurityContext> kept;
    private final AtomicLong nextProbe = new AtomicLong(System.nanoTime());
    private volatile boolean had;

    /**
     * Fetches nothing yet.
     *
     * @throws IllegalArgumentException where the address is no URL
     */
    public IssuerKeys(URI address) {
        try {
            this.address = address.toURL();
        } catch (MalformedURLException unusable) {
            throw new IllegalArgumentException("hub.keys-url must be a URL.", unusable);
        }
        this.kept = JWKSourceBuilder.create(this.address, http)
                .cache(LIVE.toMillis(), TIMEOUT_MILLIS)
                .refreshAheadCache(LIVE.toMillis() / 4, true)
                .rateLimited(BETWEEN_FETCHES.toMillis())
                .outageTolerant(OUTLIVE_AN_OUTAGE.toMillis())
                .build();
    }

    /** Once keys were had, a fetch forgone means that the token's key is unknown (401), not that keys are missing (503). */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        try {
            List<JWK> found = kept.get(selector, context);
            had = true;
            return found;
        } catch (RateLimitReachedException limited) {
            if (!had) {
                throw limited;
            }
            return List.of();
        }
    }

    /** Up for good once keys were had: how long they last through an outage is not the business of readiness. */
    @Override
    public Health health() {
        if (!had && probeIsDue()) {
            probe();
        }
        return had
                ? Health.up().build()
                : Health.down()
                        .withDetail("missing", "the issuer's signing keys")
                        .build();
    }

    /** Ends refreshing ahead. */
    @Override
    public void close() throws IOException {
        if (kept instanceof Closeable source) {
            source.close();
        }
    }

    private boolean probeIsDue() {
        long due = nextProbe.get();
        return System.nanoTime() - due >= 0
                && nextProbe.compareAndSet(due, System.nanoTime() + BETWEEN_PROBES.toNanos());
    }

    /** Looks first whether anybody answers: an issuer that is still starting must not use up the fetches of those who ask. */
    private void probe() {
        try {
            http.retrieveResource(address);
            get(EVERY, null);
        } catch (IOException | KeySourceException notYet) {
            // readiness says so
        }
    }
}
