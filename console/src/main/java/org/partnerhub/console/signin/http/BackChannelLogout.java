package org.partnerhub.console.signin.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OidcBackChannelLogoutHandler;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/**
 * Ends the console's sessions of somebody who signed out at the identity provider (OpenID Connect Back-Channel Logout 1.0). Spring
 * Security ends each by a call to this very process with the session's cookie; that call never leaves the machine.
 */
final class BackChannelLogout implements LogoutHandler {

    private final OidcSessionRegistry sessions;

    BackChannelLogout(OidcSessionRegistry sessions) {
        this.sessions = sessions;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        var handler = new OidcBackChannelLogoutHandler(sessions);
        handler.setSessionCookieName(ConsoleSecurity.SESSION_COOKIE);
        // the port that took this request, and not the Host that its sender wrote
        handler.setLogoutUri("http://localhost:" + request.getLocalPort() + request.getContextPath()
                + "/logout/connect/back-channel/" + HubRegistration.ID);
        handler.logout(request, response, authentication);
    }
}
