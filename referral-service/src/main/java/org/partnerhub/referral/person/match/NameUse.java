package org.partnerhub.referral.person.match;

/** How common names are: two Smiths who share a name say less than two Marchbanks. */
public interface NameUse {

    /** Share of people with this given name, between 0 and 1. */
    double givenShare(String name);

    /** Share of people with this family name, between 0 and 1. */
    double familyShare(String name);

    /** Whether somebody is known to be called so: then it is a name and not a slip of the pen. */
    boolean isGivenName(String name);
}
