package org.partnerhub.notification.delivery.webhook;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Looks at the certificate that a partner's server shows, as a delivery would meet it; nothing is sent. */
public final class ServerCertificates {

    private static final int HTTPS = 443;

    private final OutgoingRule rule;
    private final SSLSocketFactory sockets;
    private final Duration patience;

    public ServerCertificates(OutgoingRule rule, SSLSocketFactory sockets, Duration patience) {
        this.rule = rule;
        this.sockets = sockets;
        this.patience = patience;
    }

    /**
     * When the first certificate of its chain lapses; nothing where the server is not there, has no TLS, may not be sent to, or shows
     * one that would not be accepted (its deliveries fail then, and say so).
     */
    public Optional<Instant> goodUntil(URI address) {
        if (!"https".equals(address.getScheme()) || !rule.allows(address)) {
            return Optional.empty();
        }
        try (Socket plain = new Socket()) {
            int port = address.getPort() == -1 ? HTTPS : address.getPort();
            plain.connect(new InetSocketAddress(rule.resolve(address.getHost())[0], port), millis());
            plain.setSoTimeout(millis());
            return greeted(plain, address.getHost(), port);
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    private Optional<Instant> greeted(Socket plain, String host, int port) throws IOException {
        if (!(sockets.createSocket(plain, host, port, true) instanceof SSLSocket socket)) {
            return Optional.empty();
        }
        try (socket) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return Arrays.stream(socket.getSession().getPeerCertificates())
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .map(it -> it.getNotAfter().toInstant())
                    .min(Instant::compareTo);
        }
    }

    private int millis() {
        return Math.toIntExact(patience.toMillis());
    }
}
