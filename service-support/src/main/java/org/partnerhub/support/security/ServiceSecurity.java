package org.partnerhub.support.security;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.util.List;
import org.partnerhub.contracts.api.ApiCatalogue;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.info.InfoEndpoint;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Denies every request that the API catalogue does not let in, on the service's port and on its management port. */
@Configuration(proxyBeanMethods = false)
public class ServiceSecurity implements WebMvcConfigurer {

    /** For what is open to everybody on purpose, each named where it is used; never a fall-through. */
    private static final AuthorizationManager<RequestAuthorizationContext> OPEN =
            (authentication, request) -> new AuthorizationDecision(true);

    @Bean
    JwtDecoder tokenVerification(@Value("${hub.issuer}") String issuer, @Value("${hub.keys-url}") URI keysUrl) {
        return TokenVerification.decoder(issuer, keysUrl);
    }

    @Bean
    @Order(1)
    SecurityFilterChain managementPort(HttpSecurity http) {
        return Refusals.stateless(http)
                .securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                EndpointRequest.to(HealthEndpoint.class, InfoEndpoint.class),
                                EndpointRequest.to("prometheus"))
                        .access(OPEN)
                        .anyRequest()
                        .denyAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain servicePort(HttpSecurity http, @Value("${spring.application.name}") String service) {
        var access = new CatalogueAccess(
                ApiCatalogue.outside().ownedBy(service), ApiCatalogue.inside().ownedBy(service));
        return Refusals.stateless(http)
                .oauth2ResourceServer(tokens -> tokens.jwt(jwt -> {})
                        .authenticationEntryPoint(Refusals::unauthenticated)
                        .accessDeniedHandler(Refusals::forbidden))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .access(OPEN)
                        .anyRequest()
                        .access(access))
                .build();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }
}
