package org.partnerhub.consent.person;

/** referral-service cannot be asked now; whoever needs its answer must wait. */
public final class PeopleUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PeopleUnavailable(Throwable cause) {
        super("referral-service does not answer.", cause);
    }
}
