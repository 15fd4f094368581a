package org.partnerhub.support.security;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who is calling, from the verified token alone; a controller asks for it as a method argument.
 *
 * @param partner the {@code partner} claim; absent for officers and for services
 * @param subject the {@code sub} claim, or the client's id where there is none
 */
public record Caller(@Nullable String partner, String subject, Set<String> scopes, Set<String> roles) {

    public Caller {
        scopes = Set.copyOf(scopes);
        roles = Set.copyOf(roles);
    }

    static Caller of(Jwt token) {
        String subject = token.getSubject();
        String scope = token.getClaimAsString("scope");
        List<String> roles = token.getClaimAsStringList("roles");
        return new Caller(
                token.getClaimAsString("partner"),
                subject != null ? subject : String.valueOf(token.getClaimAsString("azp")),
                scope == null ? Set.of() : Set.copyOf(Set.of(scope.split(" +", -1))),
                roles == null ? Set.of() : Set.copyOf(roles));
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
