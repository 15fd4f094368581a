package org.partnerhub.consent.pack;

/** referral-service did not give what it holds; nothing was gathered. */
public final class HeldElsewhereUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean notAllowed;

    public HeldElsewhereUnavailable(boolean notAllowed, Throwable cause) {
        super("referral-service did not give what it holds.", cause);
        this.notAllowed = notAllowed;
    }

    /** Whether the officer may not see whole records there. */
    public boolean notAllowed() {
        return notAllowed;
    }
}
