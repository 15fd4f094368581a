package org.partnerhub.consent.officer.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.stream.Stream;
import org.partnerhub.consent.officer.StaffName;
import org.partnerhub.consent.officer.store.StaffNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Notes the name in the token of every person of the hub's own who asks for something. */
@Component
class StaffSeen implements HandlerInterceptor, WebMvcConfigurer {

    private static final int LONGEST = 255;

    private final StaffNames names;

    StaffSeen(StaffNames names) {
        this.names = names;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getUserPrincipal() instanceof JwtAuthenticationToken caller) {
            person(caller.getToken()).ifPresent(names::note);
        }
        return true;
    }

    private static Optional<StaffName> person(Jwt token) {
        String account = token.getSubject();
        if (account == null || token.hasClaim("partner") || !token.hasClaim("roles")) {
            return Optional.empty();
        }
        return Stream.of("name", "preferred_username")
                .map(token::getClaimAsString)
                .filter(it -> it != null && !it.isBlank())
                .map(it -> new StaffName(account, it.substring(0, Math.min(it.length(), LONGEST))))
                .findFirst();
    }
}
