package org.partnerhub.consent.breach;

import java.time.Instant;

/**
 * What an officer says of a breach.
 *
 * @param toldToPeople whether the people concerned have been told or will be (UK GDPR Article 34)
 */
public record BreachWords(
        Instant awareAt, String whatHappened, String consequences, String measures, boolean toldToPeople) {
    @Override
    public String toString() {
        return "BreachWords[hidden]";
    }
}
