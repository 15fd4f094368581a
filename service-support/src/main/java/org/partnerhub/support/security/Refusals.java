package org.partnerhub.support.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.boot.actuate.info.InfoEndpoint;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** How a request is refused: as a problem document, saying what to do next and nothing of why a token failed. */
public final class Refusals {

    /** For what is open to everybody on purpose, each named where it is used; never a fall-through. */
    public static final AuthorizationManager<RequestAuthorizationContext> OPEN =
            (authentication, request) -> new AuthorizationDecision(true);

    private static final String RETRY_SECONDS = "10";

    private Refusals() {}

    /** No session, no form, no redirect; refusals as problem documents. */
    public static HttpSecurity stateless(HttpSecurity http) {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(Refusals::unauthenticated)
                        .accessDeniedHandler(Refusals::forbidden));
    }

    /** The rules of a management port: health, info and metrics for everybody who reaches it, nothing else. */
    public static SecurityFilterChain managementPort(HttpSecurity http) {
        return stateless(http)
                .securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                EndpointRequest.to(HealthEndpoint.class, InfoEndpoint.class),
                                EndpointRequest.to("prometheus"))
                        .access(OPEN)
                        .anyRequest()
                        .denyAll())
                .build();
    }

    public static void unauthenticated(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        if (why instanceof TokenVerification.KeysUnavailable) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            ProblemResponse.write(
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "identity-unavailable",
                    "Tokens cannot be checked at the moment; send the request again later.");
            return;
        }
        HttpStatus status = CatalogueAccess.refusal(request, HttpStatus.UNAUTHORIZED);
        if (status == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        refuse(response, status);
    }

    public static void forbidden(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        refuse(response, CatalogueAccess.refusal(request, HttpStatus.FORBIDDEN));
    }

    private static void refuse(HttpServletResponse response, HttpStatus status) throws IOException {
        switch (status) {
            case NOT_FOUND ->
                ProblemResponse.write(
                        response, status, "not-found", "There is nothing here; see the API's documentation.");
            case METHOD_NOT_ALLOWED ->
                ProblemResponse.write(
                        response, status, "method-not-allowed", "Use a method that the documentation lists.");
            case UNAUTHORIZED ->
                ProblemResponse.write(response, status, "token-required", "Send a current access token for this API.");
            default ->
                ProblemResponse.write(
                        response,
                        status,
                        "not-allowed",
                        "Ask for a token with the scope that the documentation names.");
        }
    }
}
