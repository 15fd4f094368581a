package org.partnerhub.console.signin.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;

class StaffAuthoritiesTest {

    private final StaffAuthorities authorities = new StaffAuthorities();

    @Test
    void rolesOfTheIdentityTokenCount() {
        assertThat(authorities.mapAuthorities(
                        List.of(token(Map.of("roles", List.of("governance-officer", "operator"))))))
                .extracting(GrantedAuthority::getAuthority)
                .containsExactlyInAnyOrder("governance-officer", "operator");
    }

    @Test
    void rolesThatTheConsoleDoesNotKnowAreDropped() {
        assertThat(authorities.mapAuthorities(List.of(token(Map.of("roles", List.of("offline_access", "admin"))))))
                .isEmpty();
    }

    @Test
    void anAccountWithoutRolesIsNobody() {
        assertThat(authorities.mapAuthorities(List.of(token(Map.of("sub", "somebody")))))
                .isEmpty();
    }

    @Test
    void aScopeNamedLikeARoleIsNoRole() {
        assertThat(authorities.mapAuthorities(List.of(new SimpleGrantedAuthority("governance-officer"))))
                .isEmpty();
    }

    private static OidcUserAuthority token(Map<String, Object> claims) {
        return new OidcUserAuthority(
                new OidcIdToken("token", Instant.now(), Instant.now().plusSeconds(60), claims));
    }
}
