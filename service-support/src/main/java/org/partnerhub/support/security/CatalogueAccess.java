package org.partnerhub.support.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.api.ApiOperation;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Lets a request in when the catalogue lists it and the token has its audience, one of its scopes and, where asked, a partner. */
public final class CatalogueAccess implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String REFUSAL = CatalogueAccess.class.getName() + ".refusal";

    private record Rule(
            PathPatternRequestMatcher path, PathPatternRequestMatcher call, ApiOperation operation, String audience) {

        boolean letsIn(@Nullable Authentication authentication) {
            if (operation.scopes().isEmpty()) {
                return true;
            }
            if (!(authentication instanceof JwtAuthenticationToken verified)) {
                return false;
            }
            Caller caller = Caller.of(verified.getToken());
            List<String> audiences = verified.getToken().getAudience();
            return audiences != null
                    && audiences.contains(audience)
                    && operation.scopes().stream().anyMatch(caller.scopes()::contains)
                    && (caller.partner() != null || !partnersOnly());
        }

        private boolean partnersOnly() {
            return audience.equals(TokenVerification.OUTSIDE) && operation.forPartnersOnly();
        }
    }

    private final List<Rule> rules = new ArrayList<>();

    public CatalogueAccess(List<ApiOperation> outside, List<ApiOperation> inside) {
        outside.forEach(operation -> add(operation, TokenVerification.OUTSIDE));
        inside.forEach(operation -> add(operation, TokenVerification.INSIDE));
    }

    private void add(ApiOperation operation, String audience) {
        var matcher = PathPatternRequestMatcher.withDefaults();
        rules.add(new Rule(
                matcher.matcher(operation.path()),
                matcher.matcher(HttpMethod.valueOf(operation.method()), operation.path()),
                operation,
                audience));
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        List<Rule> called =
                rules.stream().filter(rule -> rule.call().matches(request)).toList();
        if (called.isEmpty()) {
            boolean known = rules.stream().anyMatch(rule -> rule.path().matches(request));
            request.setAttribute(REFUSAL, known ? HttpStatus.METHOD_NOT_ALLOWED : HttpStatus.NOT_FOUND);
            return new AuthorizationDecision(false);
        }
        return new AuthorizationDecision(called.stream().anyMatch(rule -> rule.letsIn(authentication.get())));
    }

    /** 404 or 405 where the catalogue does not list the call; otherwise what the caller proposes. */
    public static HttpStatus refusal(HttpServletRequest request, HttpStatus otherwise) {
        return request.getAttribute(REFUSAL) instanceof HttpStatus unlisted ? unlisted : otherwise;
    }
}
