package org.partnerhub.referral.referral;

/** The areas that the hub serves. */
@FunctionalInterface
public interface Areas {

    /** Whether a GSS code is one of an authority or a district that the hub serves. */
    boolean serves(String code);
}
