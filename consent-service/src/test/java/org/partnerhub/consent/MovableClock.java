package org.partnerhub.consent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** Goes as the machine's does, from wherever it is put. */
final class MovableClock extends Clock {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    /** Noon in England on a day. */
    void moveTo(LocalDate day) {
        Instant noon = day.atTime(12, 0).atZone(ZoneId.of("Europe/London")).toInstant();
        ahead.set(Duration.between(Clock.systemUTC().instant(), noon));
    }

    /** As the machine's again. */
    void moveBack() {
        ahead.set(Duration.ZERO);
    }

    LocalDate today() {
        return LocalDate.ofInstant(instant(), ZoneId.of("Europe/London"));
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
