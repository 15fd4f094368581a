package org.partnerhub.fhir.exchange;

import org.jspecify.annotations.Nullable;

/** How an attempt to send a message ended. */
public sealed interface SendOutcome {

    /**
     * The partner took it.
     *
     * @param acknowledgement id of the partner's answer, where it has one
     */
    record Delivered(@Nullable String acknowledgement) implements SendOutcome {}

    /**
     * The partner refuses it, and would again.
     *
     * @param reason a stable code, such as {@code rec-not-found}
     */
    record Refused(String reason) implements SendOutcome {}

    /** The partner has certainly not taken it; another attempt may do. */
    record Failed(String reason) implements SendOutcome {}

    /** The partner may or may not have taken it. */
    record Unknown(String reason) implements SendOutcome {}
}
