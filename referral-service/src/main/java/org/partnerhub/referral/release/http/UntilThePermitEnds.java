package org.partnerhub.referral.release.http;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;

/**
 * Writes for as long as a permit is good. A withdrawal is acknowledged once the permits are closed or have ended, and a large file to a slow
 * reader would go on leaving after that.
 */
final class UntilThePermitEnds {

    private static final int PIECE = 64 * 1024;

    private UntilThePermitEnds() {}

    /**
     * Writes all of it.
     *
     * @throws IOException where the permit ended before, or the reader is gone; the rest is not written
     */
    static void write(byte[] bytes, OutputStream out, Instant until, Clock clock) throws IOException {
        for (int from = 0; from < bytes.length; from += PIECE) {
            if (!clock.instant().isBefore(until)) {
                throw new IOException("The permit ended while the answer was being written.");
            }
            out.write(bytes, from, Math.min(PIECE, bytes.length - from));
            out.flush();
        }
    }
}
