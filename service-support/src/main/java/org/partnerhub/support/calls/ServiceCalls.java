package org.partnerhub.support.calls;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.partnerhub.support.web.CorrelationFilter;
import org.slf4j.MDC;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** Clients for the sibling services, with this service's own token, bounded waits, correlation ids and trace. */
public class ServiceCalls {

    private static final String REGISTRATION = "hub";

    private final Environment settings;
    private final RestClient.Builder plain;
    private final RestClient.Builder own;
    private final Map<String, RestClient> clients = new ConcurrentHashMap<>();

    /** Made by Spring; the builder is Boot's, so that every call is measured and traced. */
    public ServiceCalls(Environment settings, RestClient.Builder builder) {
        this.settings = settings;
        this.plain = builder.requestFactory(bounded(settings)).requestInterceptor(correlation());
        this.own = plain.clone().requestInterceptor(serviceToken());
    }

    /**
     * The client of a sibling; a failed answer is thrown as a {@code RestClientResponseException}, no answer in time as a
     * {@code ResourceAccessException}.
     *
     * @param service the last part of its setting {@code hub.services.…}, such as {@code consent}
     */
    public RestClient to(String service) {
        return clients.computeIfAbsent(service, name -> client(name, own));
    }

    /** The same without a token: for passing on the caller's own, which the request must carry. */
    public RestClient onBehalfOfCaller(String service) {
        return clients.computeIfAbsent(service + " on behalf", name -> client(service, plain));
    }

    private RestClient client(String service, RestClient.Builder builder) {
        return builder.clone()
                .baseUrl(settings.getRequiredProperty("hub.services." + service))
                .build();
    }

    private static JdkClientHttpRequestFactory bounded(Environment settings) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(
                        settings.getProperty("hub.calls.connect-timeout", Duration.class, Duration.ofSeconds(2)))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        var factory = new JdkClientHttpRequestFactory(client);
        factory.setReadTimeout(settings.getProperty("hub.calls.read-timeout", Duration.class, Duration.ofSeconds(10)));
        return factory;
    }

    private static ClientHttpRequestInterceptor correlation() {
        return (request, body, execution) -> {
            String id = MDC.get(CorrelationFilter.MDC_KEY);
            if (id != null) {
                request.getHeaders().set(CorrelationFilter.CORRELATION_ID, id);
            }
            return execution.execute(request, body);
        };
    }

    private OAuth2ClientHttpRequestInterceptor serviceToken() {
        var registrations = new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientId(settings.getRequiredProperty("hub.service-client.id"))
                .clientSecret(settings.getRequiredProperty("hub.service-client.secret"))
                .tokenUri(settings.getRequiredProperty("hub.token-url"))
                .build());
        var tokens = new InMemoryOAuth2AuthorizedClientService(registrations);
        var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, tokens);
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials(grant -> grant.accessTokenResponseClient(tokenClient()))
                .build());
        var interceptor = new OAuth2ClientHttpRequestInterceptor(manager);
        Authentication itself = new AnonymousAuthenticationToken(
                REGISTRATION,
                settings.getRequiredProperty("hub.service-client.id"),
                AuthorityUtils.createAuthorityList("SERVICE"));
        interceptor.setClientRegistrationIdResolver(request -> REGISTRATION);
        interceptor.setPrincipalResolver(request -> itself);
        interceptor.setAuthorizationFailureHandler(
                OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(tokens));
        return interceptor;
    }

    private RestClientClientCredentialsTokenResponseClient tokenClient() {
        var client = new RestClientClientCredentialsTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(bounded(settings))
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }
}
