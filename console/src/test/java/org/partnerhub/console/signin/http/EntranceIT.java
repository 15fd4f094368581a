package org.partnerhub.console.signin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.console.RunningConsole;
import org.springframework.http.HttpMethod;

class EntranceIT extends RunningConsole {

    @ParameterizedTest(name = "{0} on {1} {2}: {3}")
    @CsvSource({
        "governance-officer,  GET,  /,             302",
        "governance-approver, GET,  /,             200",
        "operator,            GET,  /,             200",
        "hub-visitor,         GET,  /,             403",
        "OIDC_USER,           GET,  /,             403",
        "governance-officer,  GET,  /log,          200",
        "governance-approver, GET,  /log,          403",
        "operator,            GET,  /log,          403",
        "hub-visitor,         GET,  /log,          403",
        "governance-officer,  POST, /log/searches, 400",
        "governance-approver, POST, /log/searches, 403",
        "operator,            POST, /log/searches, 403",
        "hub-visitor,         POST, /log/searches, 403",
        "governance-officer,  POST, /log/exports,  400",
        "governance-approver, POST, /log/exports,  403",
        "operator,            POST, /log/exports,  403",
        "hub-visitor,         POST, /log/exports,  403",
        "governance-officer,  GET,  /log/searches, 403",
        "governance-officer,  GET,  /elsewhere,    403",
        "governance-officer,  GET,  /actuator/env, 403",
    })
    void eachRoleReachesItsOwnPagesOnly(String role, String method, String path, int status) {
        assertThat(browser.method(HttpMethod.valueOf(method))
                        .uri(path)
                        .with(signedIn(role))
                        .with(officersToken())
                        .with(csrf()))
                .hasStatus(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/log", "/elsewhere"})
    void aStrangerIsSentToSignIn(String path) {
        assertThat(browser.get().uri(path)).hasStatus(302).hasRedirectedUrl("/oauth2/authorization/hub");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/log/searches", "/log/exports", "/logout"})
    void aFormOfAnotherSiteIsRefused(String path) {
        assertThat(browser.post().uri(path).with(signedIn("governance-officer")).with(officersToken()))
                .hasStatus(403);
    }

    @Test
    void signingInAsksTheRealmForACodeWithAProofKeyAndComesBackThroughTheGateway() {
        assertThat(browser.get().uri("/oauth2/authorization/hub"))
                .hasStatus(302)
                .redirectedUrl()
                .startsWith(
                        "http://identity.test/realms/partner-hub/protocol/openid-connect/auth?response_type=code&client_id=console")
                .contains("code_challenge_method=S256")
                .contains("redirect_uri=http://localhost:8080/console/login/oauth2/code/hub");
    }

    @Test
    void signingOutEndsTheSessionAtTheRealmToo() {
        assertThat(browser.post().uri("/logout").with(signedIn("operator")).with(csrf()))
                .hasStatus(302)
                .redirectedUrl()
                .startsWith("http://identity.test/realms/partner-hub/protocol/openid-connect/logout?id_token_hint=")
                .endsWith("post_logout_redirect_uri=http://localhost:8080/console/signed-out");
    }

    @Test
    void everyPageForbidsScriptsAndBeingFramedAndBeingKept() {
        assertThat(browser.get().uri("/log").with(signedIn("governance-officer")))
                .hasHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
                                + "form-action 'self' http://identity.test")
                .hasHeader("X-Frame-Options", "DENY")
                .hasHeader("Referrer-Policy", "no-referrer")
                .hasHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
    }
}
