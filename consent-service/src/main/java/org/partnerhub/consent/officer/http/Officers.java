package org.partnerhub.consent.officer.http;

import java.util.Collections;
import java.util.Set;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** The people of information governance, by their role: a scope alone, or a partner's token, makes nobody an officer. */
public final class Officers {

    private static final Set<String> ROLES = Set.of("governance-officer", "governance-approver");

    private Officers() {}

    public static boolean include(Caller caller) {
        return caller.partner() == null && !Collections.disjoint(caller.roles(), ROLES);
    }

    /** Those and the hub's operators: everybody who works for the hub itself. */
    static boolean orOperators(Caller caller) {
        return include(caller) || (caller.partner() == null && caller.roles().contains("operator"));
    }

    /** The answer to whoever is none. */
    public static ResponseEntity<Object> only() {
        return ProblemResponse.of(
                HttpStatus.FORBIDDEN, "officers-only", "Ask a governance officer; your account has no such role.");
    }
}
