package org.partnerhub.consent.log;

import java.time.Instant;

/**
 * A partner that has fetched checkpoints, and so could tell if the log were rolled back.
 *
 * @param size how many entries the last one covers that it fetched
 */
public record Witness(String witness, long size, Instant fetchedAt) {}
