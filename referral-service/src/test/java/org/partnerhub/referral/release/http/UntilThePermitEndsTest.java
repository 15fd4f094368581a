package org.partnerhub.referral.release.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class UntilThePermitEndsTest {

    private static final Instant BEGINNING = Instant.parse("2026-11-25T10:00:00Z");
    private static final Instant END = BEGINNING.plusSeconds(20);

    /** A reader who takes so long for each piece. */
    private static final class SlowReader extends ByteArrayOutputStream {

        private final Duration each;
        private Instant now = BEGINNING;

        SlowReader(Duration each) {
            this.each = each;
        }

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            super.write(bytes, offset, length);
            now = now.plus(each);
        }

        Clock clock() {
            return new Clock() {
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
                    return now;
                }
            };
        }
    }

    @Test
    void aReaderWhoIsQuickEnoughGetsTheWhole() throws IOException {
        SlowReader reader = new SlowReader(Duration.ofMillis(100));
        byte[] bytes = new byte[10 * 1024 * 1024];

        UntilThePermitEnds.write(bytes, reader, END, reader.clock());

        assertThat(reader.size()).isEqualTo(bytes.length);
    }

    @Test
    void nothingLeavesAfterThePermitHasEnded() {
        SlowReader reader = new SlowReader(Duration.ofSeconds(4));
        byte[] bytes = new byte[10 * 1024 * 1024];

        assertThatThrownBy(() -> UntilThePermitEnds.write(bytes, reader, END, reader.clock()))
                .isInstanceOf(IOException.class);
        assertThat(reader.size()).isEqualTo(5 * 64 * 1024);
    }

    @Test
    void anAnswerOfNothingIsWhole() throws IOException {
        SlowReader reader = new SlowReader(Duration.ofSeconds(4));

        UntilThePermitEnds.write(new byte[0], reader, END, reader.clock());

        assertThat(reader.size()).isZero();
    }
}
