package org.partnerhub.referral.person;

import org.partnerhub.contracts.identity.PersonId;

/**
 * Whom a description was linked to.
 *
 * @param person as they are known now, after merges
 * @param linkedTo the id under which the description is kept; undoing a merge leaves it there
 */
public record Recognised(KnownPerson person, PersonId linkedTo) {}
