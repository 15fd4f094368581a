package org.partnerhub.quickstart.stays;

import static org.awaitility.Awaitility.await;

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
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A hospital's system: HAPI HL7 v2's own client over TLS, which sends a message again until it is acknowledged. */
final class HospitalSystem implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HapiContext context;
    private final int port;
    private @Nullable Connection connection;
    private int repeats;

    HospitalSystem(SSLContext tls, int port) {
        this.port = port;
        context = new DefaultHapiContext(ValidationContextFactory.noValidation());
        context.setModelClassFactory(new GenericModelClassFactory());
        context.setSocketFactory(new Tls(tls));
    }

    /** The code of the answer, once there is one. */
    String send(String message) {
        AtomicReference<@Nullable String> code = new AtomicReference<>();
        await().atMost(PATIENCE)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    code.set(attempt(message));
                    return code.get() != null;
                });
        return Objects.requireNonNull(code.get());
    }

    private @Nullable String attempt(String message) {
        try {
            Message answer = connected()
                    .getInitiator()
                    .sendAndReceive(context.getGenericParser().parse(message));
            return new Terser(answer).get("/MSA-1");
        } catch (HL7Exception | IOException | LLPException | RuntimeException unanswered) {
            repeats++;
            disconnect();
            return null;
        }
    }

    /** How often a message had to be sent again. */
    int repeats() {
        return repeats;
    }

    private Connection connected() throws HL7Exception {
        Connection open = connection;
        if (open == null || !open.isOpen()) {
            open = context.newClient("127.0.0.1", port, true);
            open.getInitiator().setTimeout(5, TimeUnit.SECONDS);
            connection = open;
        }
        return open;
    }

    private void disconnect() {
        Connection broken = connection;
        connection = null;
        if (broken != null) {
            try {
                broken.close();
            } catch (IOException already) {
                // what is broken already cannot be closed better
            }
        }
    }

    @Override
    public void close() throws IOException {
        disconnect();
        context.close();
    }

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
