package org.partnerhub.referral.attachment;

/** What the scanner says of a file. */
public sealed interface Verdict {

    record Clean() implements Verdict {}

    /**
     * It holds something malicious.
     *
     * @param signature the scanner's name of it
     */
    record Infected(String signature) implements Verdict {}

    /** Nobody knows: it did not answer, or could not say. The file is kept, not released, and scanned again later. */
    record Unknown(String why) implements Verdict {}
}
