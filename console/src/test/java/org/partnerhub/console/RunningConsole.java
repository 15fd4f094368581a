package org.partnerhub.console;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.partnerhub.testkit.TestIssuer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The whole console with consent-service played by a stub; tests sign in by Spring Security's own means. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=console",
            "management.server.port=0",
            "hub.issuer=http://identity.test/realms/partner-hub",
            "hub.service-client.secret=only-for-tests"
        })
@AutoConfigureMockMvc
public abstract class RunningConsole {

    protected static final String TOKEN = "the-officers-own-token";
    protected static final WireMockServer CONSENT =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    protected static final WireMockServer NOTIFICATION =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());
    protected static final WireMockServer REFERRAL =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @Autowired
    protected MockMvcTester browser;

    @Autowired
    private ClientRegistrationRepository registrations;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry settings) {
        CONSENT.start();
        NOTIFICATION.start();
        REFERRAL.start();
        settings.add("hub.services.referral", REFERRAL::baseUrl);
        settings.add("hub.services.notification", NOTIFICATION::baseUrl);
        settings.add("hub.services.consent", CONSENT::baseUrl);
        settings.add("hub.keys-url", () -> TestIssuer.shared().url() + "/protocol/openid-connect/certs");
    }

    @BeforeEach
    void forgetWhatWasAsked() {
        CONSENT.resetAll();
        NOTIFICATION.resetAll();
        REFERRAL.resetAll();
    }

    protected RequestPostProcessor signedIn(String... roles) {
        return SecurityMockMvcRequestPostProcessors.oidcLogin()
                .clientRegistration(Objects.requireNonNull(registrations.findByRegistrationId("hub")))
                .authorities(AuthorityUtils.createAuthorityList(roles));
    }

    protected static RequestPostProcessor officersToken() {
        return SecurityMockMvcRequestPostProcessors.oauth2Client("hub")
                .accessToken(new OAuth2AccessToken(
                        OAuth2AccessToken.TokenType.BEARER,
                        TOKEN,
                        Instant.now(),
                        Instant.now().plusSeconds(300)));
    }
}
