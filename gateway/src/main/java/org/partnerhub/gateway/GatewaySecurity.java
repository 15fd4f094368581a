package org.partnerhub.gateway;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.util.List;
import org.partnerhub.contracts.api.ApiCatalogue;
import org.partnerhub.support.security.CatalogueAccess;
import org.partnerhub.support.security.IssuerKeys;
import org.partnerhub.support.security.Refusals;
import org.partnerhub.support.security.TokenVerification;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

/** Verifies tokens as every service does again; lets browsers through to the console's prefix and the documentation alone. */
@Configuration(proxyBeanMethods = false)
class GatewaySecurity {

    @Bean
    IssuerKeys issuerKeys(@Value("${hub.keys-url}") URI keysUrl) {
        return new IssuerKeys(keysUrl);
    }

    @Bean
    JwtDecoder tokenVerification(@Value("${hub.issuer}") String issuer, IssuerKeys keys) {
        return TokenVerification.decoder(issuer, keys);
    }

    @Bean
    @Order(1)
    SecurityFilterChain managementRules(HttpSecurity http) {
        return Refusals.managementPort(http);
    }

    /** The console keeps its own sessions and its own security headers. */
    @Bean
    @Order(2)
    SecurityFilterChain consoleRules(HttpSecurity http) {
        return Refusals.stateless(http)
                .securityMatcher("/console", "/console/**")
                .headers(headers -> headers.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().access(Refusals.OPEN))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain documentationRules(HttpSecurity http) {
        return Refusals.stateless(http)
                .securityMatcher("/docs", "/docs/**")
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(Documentation.POLICY))
                        .referrerPolicy(referrer -> {}))
                .authorizeHttpRequests(requests -> requests.anyRequest().access(Refusals.OPEN))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain apiRules(HttpSecurity http) {
        var access = new CatalogueAccess(ApiCatalogue.outside().operations(), List.of());
        return Refusals.stateless(http)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(referrer -> {}))
                .oauth2ResourceServer(tokens -> tokens.jwt(jwt -> {})
                        .authenticationEntryPoint(Refusals::unauthenticated)
                        .accessDeniedHandler(Refusals::forbidden))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .access(Refusals.OPEN)
                        .anyRequest()
                        .access(access))
                .build();
    }
}
