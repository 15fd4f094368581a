package org.partnerhub.support.security;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.util.List;
import org.partnerhub.contracts.api.ApiCatalogue;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Denies every request that the API catalogue does not let in, on the service's port and on its management port. */
@Configuration(proxyBeanMethods = false)
public class ServiceSecurity implements WebMvcConfigurer {

    @Bean
    JwtDecoder tokenVerification(@Value("${hub.issuer}") String issuer, @Value("${hub.keys-url}") URI keysUrl) {
        return TokenVerification.decoder(issuer, new IssuerKeys(keysUrl));
    }

    @Bean
    @Order(1)
    SecurityFilterChain managementPort(HttpSecurity http) {
        return Refusals.managementPort(http);
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
                        .access(Refusals.OPEN)
                        .anyRequest()
                        .access(access))
                .build();
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }
}
