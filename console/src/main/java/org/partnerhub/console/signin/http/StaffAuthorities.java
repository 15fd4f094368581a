package org.partnerhub.console.signin.http;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.partnerhub.console.signin.StaffRole;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;

/** Turns the {@code roles} of the signed identity token into authorities; whatever else the sign-in brought is dropped. */
class StaffAuthorities implements GrantedAuthoritiesMapper {

    static String[] of(Set<StaffRole> roles) {
        return roles.stream().map(StaffRole::code).toArray(String[]::new);
    }

    @Override
    public Set<GrantedAuthority> mapAuthorities(Collection<? extends GrantedAuthority> authorities) {
        return authorities.stream()
                .filter(OidcUserAuthority.class::isInstance)
                .map(OidcUserAuthority.class::cast)
                .flatMap(authority -> StaffRole.among(roles(authority)).stream())
                .map(role -> new SimpleGrantedAuthority(role.code()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> roles(OidcUserAuthority authority) {
        List<String> roles = authority.getIdToken().getClaimAsStringList("roles");
        return roles == null ? List.of() : roles;
    }
}
