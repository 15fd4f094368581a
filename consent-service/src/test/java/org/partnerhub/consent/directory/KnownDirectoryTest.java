package org.partnerhub.consent.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.directory.Directory.Partner;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;

class KnownDirectoryTest {

    private static final PartnerId CPFT = new PartnerId("cpft");
    private static final Recipient CAMHS = new Recipient(
            new RecipientId("cpft-camhs"), "CAMHS", "mental-health", "camhs", Set.of(CPFT), null, null, Channel.FHIR);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T10:00:00Z"));
    private final KnownDirectory directory = new KnownDirectory(new MovableClock(now::get), Duration.ofMinutes(5));

    @Test
    void knowsNobodyBeforeItIsRead() {
        assertThat(directory.isStale()).isTrue();
        assertThat(directory.knows(CPFT)).isFalse();
        assertThat(directory.recipient(CAMHS.id())).isEmpty();
    }

    @Test
    void whoIsNoLongerListedIsUnknown() {
        directory.read(new Directory(List.of(new Partner(CPFT, "CPFT", "mental-health", null)), List.of(CAMHS)));
        assertThat(directory.recipient(CAMHS.id())).contains(CAMHS);
        assertThat(directory.operatedBy(CPFT)).containsExactly(CAMHS);
        directory.read(new Directory(List.of(), List.of()));
        assertThat(directory.recipient(CAMHS.id())).isEmpty();
        assertThat(directory.knows(CPFT)).isFalse();
    }

    @Test
    void oldReadingIsNotReliedOn() {
        directory.read(new Directory(List.of(new Partner(CPFT, "CPFT", "mental-health", null)), List.of(CAMHS)));
        now.updateAndGet(it -> it.plus(Duration.ofMinutes(5)));
        assertThat(directory.isStale()).isFalse();
        now.updateAndGet(it -> it.plusSeconds(1));
        assertThat(directory.isStale()).isTrue();
    }

    private static final class MovableClock extends Clock {
        private final InstantSource source;

        private MovableClock(InstantSource source) {
            this.source = source;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return source.instant();
        }
    }

    @Test
    void aDirectoryThatNobodyStandsInYetIsNotReliedOn() {
        directory.read(new Directory(List.of(), List.of()));

        assertThat(directory.isStale()).isTrue();
    }
}
