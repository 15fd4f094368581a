package org.partnerhub.console.report;

import org.partnerhub.console.words.Codes;

/**
 * Where consent for a purpose stands, of everybody who was asked.
 *
 * @param endsSoon of those in force, within thirty days
 */
public record Coverage(
        String purpose, int people, int inForce, int endsSoon, int notBegun, int refused, int withdrawn, int expired) {

    public String title() {
        return Codes.inWords(purpose);
    }

    /** In force, out of a hundred. */
    public int share() {
        return people == 0 ? 0 : Math.round(100f * inForce / people);
    }
}
