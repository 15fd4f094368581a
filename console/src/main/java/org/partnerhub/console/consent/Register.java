package org.partnerhub.console.consent;

import java.util.List;

/**
 * A page of the register.
 *
 * @param next what to ask for the next page with; empty on the last
 */
public record Register(List<Consent> items, String next) {

    public Register {
        items = List.copyOf(items);
    }
}
