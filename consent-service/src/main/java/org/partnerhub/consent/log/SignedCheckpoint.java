package org.partnerhub.consent.log;

import java.time.Instant;

/**
 * A checkpoint as it was signed.
 *
 * @param size how many entries it covers
 * @param note C2SP tlog-checkpoint with its signature
 */
public record SignedCheckpoint(long size, Instant signedAt, String note) {}
