package org.partnerhub.fhir.admission.route;

import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.support.jsse.ClientAuthentication;
import org.apache.camel.support.jsse.KeyManagersParameters;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.SSLContextServerParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.springframework.boot.ssl.SslBundle;

/** The MLLP port: TLS, and only for those who show a certificate that an authority of the bundle's trust store signed. */
final class MllpRoute extends EndpointRouteBuilder {

    static final String ROUTE = "mllp";

    private static final int LARGEST = 1024 * 1024;
    private static final int CONNECTIONS = 50;
    private static final int IDLE_MILLISECONDS = 600_000;

    private final MllpSettings settings;
    private final SslBundle bundle;
    private final MllpReception reception;

    MllpRoute(MllpSettings settings, SslBundle bundle, MllpReception reception) {
        this.settings = settings;
        this.bundle = bundle;
        this.reception = reception;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(mllp(settings.host() + ":" + settings.port())
                        .sslContextParameters(mutualTls())
                        .autoAck(true)
                        .hl7Headers(false)
                        .stringPayload(false)
                        .validatePayload(false)
                        .advanced()
                        .maxBufferSize(LARGEST)
                        .idleTimeout(IDLE_MILLISECONDS)
                        .maxConcurrentConsumers(CONNECTIONS))
                .routeId(ROUTE)
                .process(reception::receive);
    }

    private SSLContextParameters mutualTls() {
        KeyStoreParameters own = new KeyStoreParameters();
        own.setKeyStore(bundle.getStores().getKeyStore());
        KeyManagersParameters keys = new KeyManagersParameters();
        keys.setKeyStore(own);
        String password = bundle.getKey().getPassword();
        String storePassword = bundle.getStores().getKeyStorePassword();
        keys.setKeyPassword(password != null ? password : storePassword != null ? storePassword : "");
        KeyStoreParameters trusted = new KeyStoreParameters();
        trusted.setKeyStore(bundle.getStores().getTrustStore());
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(trusted);
        SSLContextServerParameters server = new SSLContextServerParameters();
        server.setClientAuthentication(ClientAuthentication.REQUIRE.name());
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setKeyManagers(keys);
        parameters.setTrustManagers(trust);
        parameters.setServerParameters(server);
        return parameters;
    }
}
