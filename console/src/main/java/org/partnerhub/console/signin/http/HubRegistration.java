package org.partnerhub.console.signin.http;

import java.net.URI;
import java.util.Map;
import org.partnerhub.support.security.IssuerKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

/** The console as a client of the identity provider: authorization code with PKCE, told by settings and not discovered at start. */
@Configuration(proxyBeanMethods = false)
class HubRegistration {

    static final String ID = "hub";

    @Bean
    ClientRegistrationRepository clientRegistrations(SignInSettings settings) {
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(ID)
                .clientId(settings.serviceClient().id())
                .clientSecret(settings.serviceClient().secret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .redirectUri(settings.page("/login/oauth2/code/" + ID))
                .scope("openid", "log.read", "log.witness")
                .issuerUri(String.valueOf(settings.issuer()))
                .authorizationUri(settings.front("/auth"))
                .tokenUri(settings.tokens())
                .jwkSetUri(settings.keys())
                .userNameAttributeName("preferred_username")
                .providerConfigurationMetadata(Map.of("end_session_endpoint", settings.front("/logout")))
                .build());
    }

    /** Without the realm's keys nobody can sign in: the console is not ready. */
    @Bean
    IssuerKeys issuerKeys(SignInSettings settings) {
        return new IssuerKeys(URI.create(settings.keys()));
    }

    /** Tokens live and die with the session. */
    @Bean
    OAuth2AuthorizedClientRepository authorizedClients() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }
}
