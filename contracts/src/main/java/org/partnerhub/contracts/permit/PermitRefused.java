package org.partnerhub.contracts.permit;

/** A permit was forged, expired, used before, or meant for somebody or something else. Never retried with the same permit. */
public final class PermitRefused extends Exception {

    private static final long serialVersionUID = 1L;

    public PermitRefused(String why) {
        super(why);
    }
}
