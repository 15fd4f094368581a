package org.partnerhub.console.signin.http;

import org.partnerhub.console.signin.StaffPage;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.oauth2.client.oidc.session.InMemoryOidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** Nobody enters without a staff role; each page names the roles that it takes, and a page that names none is closed. */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

    static final String SESSION_COOKIE = "PARTNER_HUB_CONSOLE";

    /** What the management port offers to whoever can reach that port; every other endpoint falls to the pages' rules: closed. */
    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.to("health", "info", "prometheus"))
                .build();
    }

    /** What a browser needs before anybody has signed in and after they have signed out. */
    @Bean
    @Order(2)
    SecurityFilterChain doorstep(HttpSecurity http, SignInSettings settings) {
        return http.securityMatcher("/styles/*", "/scripts/*", "/signed-out")
                .headers(headers -> harden(headers, settings))
                .requestCache(cache -> cache.disable())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(
            HttpSecurity http,
            SignInSettings settings,
            ClientRegistrationRepository registrations,
            OidcSessionRegistry sessions) {
        return http.authorizeHttpRequests(ConsoleSecurity::eachItsOwn)
                .oauth2Login(login -> login.loginPage("/oauth2/authorization/" + HubRegistration.ID)
                        .defaultSuccessUrl("/", true)
                        .failureUrl("/signed-out")
                        .userInfoEndpoint(user -> user.userAuthoritiesMapper(new StaffAuthorities())))
                .oauth2Client(client -> {})
                .logout(logout -> logout.logoutSuccessHandler(everywhere(settings, registrations))
                        .deleteCookies(SESSION_COOKIE))
                .oidcLogout(logout -> logout.backChannel(from -> from.logoutHandler(new BackChannelLogout(sessions))))
                .addFilterBefore(new UnreadableLogout(), HeaderWriterFilter.class)
                .headers(headers -> harden(headers, settings))
                .requestCache(cache -> cache.disable())
                .build();
    }

    /** Which session belongs to which at the identity provider, so that it can be ended from there. */
    @Bean
    OidcSessionRegistry sessionsByProvider() {
        return new InMemoryOidcSessionRegistry();
    }

    /** Tells the registry of sessions that ended by themselves. */
    @Bean
    HttpSessionEventPublisher endedSessions() {
        return new HttpSessionEventPublisher();
    }

    private static void eachItsOwn(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        for (StaffPage page : StaffPage.values()) {
            String[] roles = StaffAuthorities.of(page.roles());
            page.reads()
                    .forEach(path ->
                            requests.requestMatchers(HttpMethod.GET, path).hasAnyAuthority(roles));
            page.forms()
                    .forEach(path ->
                            requests.requestMatchers(HttpMethod.POST, path).hasAnyAuthority(roles));
        }
        requests.anyRequest().denyAll();
    }

    /** Over HTTPS the session's cookie travels over HTTPS only; plain HTTP is for a machine of one's own. */
    @Bean
    ServletContextInitializer sessionCookie(SignInSettings settings) {
        return context -> context.getSessionCookieConfig().setSecure(settings.onHttps());
    }

    /** Signing out of the console signs out at the identity provider as well, and so of everything else there. */
    private static OidcClientInitiatedLogoutSuccessHandler everywhere(
            SignInSettings settings, ClientRegistrationRepository registrations) {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        handler.setPostLogoutRedirectUri(settings.page("/signed-out"));
        return handler;
    }

    /** The console's own script and style, nothing inline and nothing from elsewhere; a form may lead to the identity provider because signing out does. */
    private static void harden(HeadersConfigurer<HttpSecurity> headers, SignInSettings settings) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; style-src 'self'; "
                        + "script-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
                        + settings.issuerOrigin()))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .frameOptions(frames -> frames.deny())
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=()"));
    }
}
