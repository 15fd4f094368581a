package org.partnerhub.contracts.api;

import java.util.Set;

/**
 * One call that the hub answers.
 *
 * @param method upper case
 * @param path template such as {@code /referrals/{id}}
 * @param owner the service that answers
 * @param scopes any one of these lets a token in; empty: open to everybody (documentation, health)
 * @param tenancy whose things the caller may touch, in words
 * @param mostBytes the largest body that it takes; 0: the usual limit
 */
public record ApiOperation(
        String method, String path, String owner, Set<String> scopes, String tenancy, int mostBytes) {

    public ApiOperation {
        scopes = Set.copyOf(scopes);
    }

    /** Whether only a token with a partner may call it; officers and operators are let in where the tenancy rule names them. */
    public boolean forPartnersOnly() {
        return !tenancy.contains("officer") && !tenancy.contains("operator");
    }
}
