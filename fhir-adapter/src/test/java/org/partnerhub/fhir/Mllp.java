package org.partnerhub.fhir;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.HapiContext;
import ca.uhn.hl7v2.app.Connection;
import ca.uhn.hl7v2.llp.LLPException;
import ca.uhn.hl7v2.model.Message;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.util.SocketFactory;
import ca.uhn.hl7v2.util.Terser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.partnerhub.testkit.TestCertificates;
import org.partnerhub.testkit.TestCertificates.Party;

/** The MLLP port of the service under test, and HAPI's own client for it, over TLS. */
final class Mllp implements AutoCloseable {

    private static final TestCertificates CERTIFICATES = new TestCertificates(folder());
    static final Party HUB = CERTIFICATES.party("hub.example");
    static final Party HOSPITAL = CERTIFICATES.party("pas.cuh.example");
    static final Party UNLISTED = CERTIFICATES.party("unlisted.example");
    static final Party STRANGER = CERTIFICATES.party("stranger.example");
    static final int PORT = freePort();

    private final HapiContext context;
    private final Connection connection;

    private Mllp(HapiContext context, Connection connection) {
        this.context = context;
        this.connection = connection;
    }

    static Map<String, String> settings() {
        Path trust = CERTIFICATES.trusting("hub", HOSPITAL, UNLISTED);
        return Map.of(
                "hub.mllp.port", String.valueOf(PORT),
                "hub.mllp.host", "127.0.0.1",
                "hub.mllp.clients[0].partner", "cambridge-university-hospitals",
                "hub.mllp.clients[0].subject", HOSPITAL.subject(),
                "spring.ssl.bundle.jks.mllp.keystore.location",
                        HUB.store().toUri().toString(),
                "spring.ssl.bundle.jks.mllp.keystore.password", HUB.password(),
                "spring.ssl.bundle.jks.mllp.keystore.type", "PKCS12",
                "spring.ssl.bundle.jks.mllp.truststore.location", trust.toUri().toString(),
                "spring.ssl.bundle.jks.mllp.truststore.password", HUB.password(),
                "spring.ssl.bundle.jks.mllp.truststore.type", "PKCS12");
    }

    /** Connects as whoever owns the certificate. */
    static Mllp as(Party party) throws HL7Exception {
        var context = new DefaultHapiContext(ValidationContextFactory.noValidation());
        context.setModelClassFactory(new GenericModelClassFactory());
        context.setSocketFactory(new Tls(TestCertificates.client(party, HUB)));
        Connection connection = context.newClient("127.0.0.1", PORT, true);
        connection.getInitiator().setTimeout(5, TimeUnit.SECONDS);
        return new Mllp(context, connection);
    }

    /** Code and reason of the answer. */
    String send(String message) throws HL7Exception, IOException, LLPException {
        Message answer = connection
                .getInitiator()
                .sendAndReceive(context.getGenericParser().parse(message));
        Terser terser = new Terser(answer);
        String reason = terser.get("/MSA-3");
        return terser.get("/MSA-1") + " " + terser.get("/MSA-2") + (reason == null ? "" : " " + reason);
    }

    @Override
    public void close() {
        try (context;
                connection) {
            // both are closed, whatever the other does
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("mllp-certificates");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** HAPI's client takes its sockets from here. */
    private record Tls(SSLContext tls) implements SocketFactory {

        @Override
        public Socket createSocket() {
            throw new IllegalStateException("Never without TLS.");
        }

        @Override
        public Socket createTlsSocket() throws IOException {
            return tls.getSocketFactory().createSocket();
        }

        @Override
        public ServerSocket createServerSocket() {
            throw new IllegalStateException("A client listens to nobody.");
        }

        @Override
        public ServerSocket createTlsServerSocket() {
            throw new IllegalStateException("A client listens to nobody.");
        }

        @Override
        public void configureNewAcceptedSocket(Socket socket) {
            throw new IllegalStateException("A client listens to nobody.");
        }
    }
}
