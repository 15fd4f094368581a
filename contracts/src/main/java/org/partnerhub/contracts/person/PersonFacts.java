package org.partnerhub.contracts.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;

/**
 * The few facts that deciding needs.
 *
 * @param person the surviving id where the person asked for has been merged into another
 * @param protectedWhereabouts address, school and contact never leave on consent
 */
public record PersonFacts(PersonId person, @Nullable LocalDate birthDate, boolean protectedWhereabouts) {

    @Override
    public String toString() {
        return "PersonFacts[" + person + "]";
    }
}
