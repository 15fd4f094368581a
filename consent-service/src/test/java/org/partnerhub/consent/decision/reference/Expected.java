package org.partnerhub.consent.decision.reference;

import java.util.Set;

/**
 * What the domain wants for one category.
 *
 * @param why names of all the reasons against it; it may go where there is none
 * @param restsOn consents and overrides that it goes by, as {@code consent/UUID} and {@code override/UUID}
 */
public record Expected(Set<String> why, Set<String> restsOn) {

    public boolean goes() {
        return why.isEmpty();
    }
}
