package org.partnerhub.referral.person;

import java.time.Instant;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics;

/**
 * How one agency wrote a person down.
 *
 * @param linkedTo the id under which it was told, before any merge
 */
public record AgencyDescription(PersonId linkedTo, String by, Instant at, Demographics demographics) {

    @Override
    public String toString() {
        return "AgencyDescription[" + linkedTo + "]";
    }
}
