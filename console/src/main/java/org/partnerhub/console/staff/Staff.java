package org.partnerhub.console.staff;

import java.util.Map;

/**
 * The hub's own people.
 *
 * @param names by account
 */
public record Staff(Map<String, String> names) {

    public Staff {
        names = Map.copyOf(names);
    }

    /** The name behind an account, the account where none is known; whatever is no account stays as it is. */
    public String named(String text) {
        return names.getOrDefault(text, text);
    }

    /** Who did something: the name, or the account called what it is. */
    public String who(String account) {
        String name = names.get(account);
        return name == null ? "account " + account : name;
    }
}
