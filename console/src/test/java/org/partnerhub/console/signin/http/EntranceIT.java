package org.partnerhub.console.signin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.console.RunningConsole;
import org.partnerhub.console.signin.StaffPage;
import org.partnerhub.console.signin.StaffRole;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class EntranceIT extends RunningConsole {

    private static final Set<String> DOORSTEP =
            Set.of("/signed-out", "/styles/console.css", "/styles/mark.svg", "/scripts/idle.js", "/error");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    @ParameterizedTest(name = "{0} on {1} {2}: {3}")
    @CsvSource({
        "governance-officer,  GET,  /,             200",
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

    /** The matrix, written down a second time, so that a slip in the list of pages is found out. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "TODAY,     governance-officer governance-approver operator",
        "CHILD,     governance-officer",
        "LOG,       governance-officer",
        "PROSPECTS, governance-officer governance-approver",
        "AUTHORISING, governance-approver",
        "OVERRIDES, governance-officer governance-approver",
        "CONSENTS,  governance-officer",
        "AGREEMENTS, governance-officer",
        "BREACHES,  governance-officer",
        "REQUESTS,  governance-officer",
        "SAMPLES,   governance-officer",
        "PEOPLE,    governance-officer",
        "STAYS,     governance-officer operator",
        "DELIVERIES, operator",
        "REPORTS,   governance-officer",
        "INTEGRITY, governance-officer",
    })
    void whoMayOpenWhatIsAsThePartnershipSaid(StaffPage page, String roles) {
        assertThat(page.roles().stream().map(StaffRole::code)).containsExactlyInAnyOrder(roles.split(" "));
    }

    @ParameterizedTest
    @EnumSource
    void everyPathOfAPageIsOpenToItsRolesAndToNobodyElse(StaffPage page) {
        for (StaffRole role : StaffRole.values()) {
            var expected = page.roles().contains(role);
            for (String path : page.reads()) {
                assertThat(status(HttpMethod.GET, path, role) != 403)
                        .as("%s reads %s", role, path)
                        .isEqualTo(expected);
            }
            for (String path : page.forms()) {
                assertThat(status(HttpMethod.POST, path, role) != 403)
                        .as("%s sends to %s", role, path)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void everyPathThatTheConsoleAnswersBelongsToOneOfThePages() {
        var listed = Arrays.stream(StaffPage.values())
                .flatMap(page -> Stream.concat(page.reads().stream(), page.forms().stream()))
                .toList();

        var answered = handlers.getHandlerMethods().keySet().stream()
                .flatMap(it -> it.getPatternValues().stream())
                .map(it -> it.replaceAll("\\{[^}]*}", "*"))
                .filter(it -> !DOORSTEP.contains(it))
                .toList();

        assertThat(answered).isNotEmpty().isSubsetOf(listed);
        assertThat(listed).isSubsetOf(answered);
    }

    @Test
    void theNavigationNamesWhatTheReaderMayOpenAndNothingElse() {
        assertThat(browser.get().uri("/log").with(signedIn("governance-officer")))
                .bodyText()
                .contains("href=\"/sharing-without-consent\"", "aria-current=\"true\">Disclosures<")
                .contains("aria-current=\"page\">Disclosure log<", "href=\"/integrity\"")
                .doesNotContain("href=\"/deliveries\"", "href=\"/agreements\"");
        assertThat(browser.get().uri("/stays").with(signedIn("operator")).with(officersToken()))
                .bodyText()
                .contains("href=\"/deliveries\"", "aria-current=\"page\">Stays<")
                .doesNotContain("href=\"/log\"");
    }

    @Test
    void somebodyWhoReadsALongPageCanSayThatTheyAreStillThere() {
        assertThat(browser.get().uri("/still-here").with(signedIn("operator"))).hasStatus(204);
        assertThat(browser.get().uri("/still-here")).hasStatus(302);
    }

    private int status(HttpMethod method, String path, StaffRole role) {
        return browser.method(method)
                .uri(path.replace("*", "5d0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00"))
                .with(signedIn(role.code()))
                .with(officersToken())
                .with(csrf())
                .exchange()
                .getResponse()
                .getStatus();
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
    void everyPageForbidsScriptsOfOthersAndBeingFramedAndBeingKept() {
        assertThat(browser.get().uri("/log").with(signedIn("governance-officer")))
                .hasHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
                                + "base-uri 'none'; frame-ancestors 'none'; form-action 'self' http://identity.test")
                .hasHeader("X-Frame-Options", "DENY")
                .hasHeader("Referrer-Policy", "no-referrer")
                .hasHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
    }
}
