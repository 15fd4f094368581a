package org.partnerhub.support.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, from the verified token alone; a controller asks for it as a method argument.
 *
 * @param partner the {@code partner} claim; absent for officers and for services
 * @param subject the {@code sub} claim, or the client's id for a service
 */
public record Caller(@Nullable String partner, String subject, Set<String> scopes, Set<String> roles) {

    public Caller {
        scopes = Set.copyOf(scopes);
        roles = Set.copyOf(roles);
    }

    /**
     * The partner on a path that only partners may call.
     *
     * @throws IllegalStateException on any other path: the security rules let partners alone reach such a path
     */
    public String requiredPartner() {
        if (partner == null) {
            throw new IllegalStateException("This path lets callers in that are no partner.");
        }
        return partner;
    }
}
