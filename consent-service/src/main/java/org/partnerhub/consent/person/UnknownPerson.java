package org.partnerhub.consent.person;

/** referral-service knows nobody by that id. */
public final class UnknownPerson extends Exception {

    private static final long serialVersionUID = 1L;
}
