package org.partnerhub.fhir.exchange.outgoing;

/** What came of one HTTP call to a partner. */
sealed interface Reply {

    /**
     * The partner answered.
     *
     * @param contentType as the partner wrote it; empty where it wrote none
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
    record Answered(int status, String contentType, byte[] body) implements Reply {}

    /** Nothing left: no address, no connection, no trust. */
    record NotSent(String reason) implements Reply {}

    /** It left, and no whole answer came. */
    record Lost(String reason) implements Reply {}
}
