package org.partnerhub.consent.report;

/**
 * Where consent for a purpose stands, of everybody who was asked; each person counts once.
 *
 * @param people who were asked, and whose answer is on record
 * @param endsSoon of those in force, with nothing beyond the next thirty days
 * @param withdrawn and nothing said since
 */
public record Coverage(
        String purpose,
        long people,
        long inForce,
        long endsSoon,
        long notBegun,
        long refused,
        long withdrawn,
        long expired) {}
