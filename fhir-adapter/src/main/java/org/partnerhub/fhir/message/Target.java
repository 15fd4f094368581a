package org.partnerhub.fhir.message;

/** The service that a BaRS message is for, as {@code NHSD-Target-Identifier} and the message header name it. */
public record Target(String system, String value) {

    /** The hub itself, for answers to what it sent. */
    public static final Target HUB = new Target(Hub.PARTNER, "partner-hub");

    /** In the form that a message header's endpoint has. */
    public String asEndpoint() {
        return system + "|" + value;
    }
}
