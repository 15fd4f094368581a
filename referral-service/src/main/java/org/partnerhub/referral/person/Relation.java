package org.partnerhub.referral.person;

import java.time.Instant;
import org.partnerhub.contracts.identity.PersonId;

/**
 * What somebody told of two people.
 *
 * @param relation same-household, sibling, parent, or relative for anything else
 * @param source the partner that told it
 */
public record Relation(PersonId person, String relation, String source, Instant toldAt) {}
