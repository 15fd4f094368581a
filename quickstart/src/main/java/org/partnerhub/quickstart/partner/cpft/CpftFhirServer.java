package org.partnerhub.quickstart.partner.cpft;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.hl7.fhir.r4.model.Bundle;
import org.partnerhub.quickstart.partner.Conduct;
import org.partnerhub.quickstart.partner.Listening;
import org.partnerhub.quickstart.partner.PartnerClient;
import org.partnerhub.quickstart.partner.Receiver;
import tools.jackson.databind.JsonNode;

/** The trust's FHIR server, on a port of its own: HAPI's RestfulServer in a Tomcat. */
public final class CpftFhirServer implements Receiver, AutoCloseable {

    private final Tomcat tomcat = new Tomcat();
    private final Conduct conduct = new Conduct();
    private final ProcessMessage operation = new ProcessMessage(conduct);
    private final FhirContext fhir = FhirContext.forR4();
    private final HubDoor hub;

    /**
     * Starts it.
     *
     * @param gateway the hub's address, where answers go
     * @param client gives the trust's own token
     */
    public CpftFhirServer(Listening listening, URI gateway, PartnerClient client) {
        fhir.setParserErrorHandler(new StrictErrorHandler());
        hub = new HubDoor(fhir, gateway, client);
        try {
            start(listening);
        } catch (LifecycleException | IOException failed) {
            throw new IllegalStateException("CPFT's FHIR server did not start.", failed);
        }
    }

    /** The base of its FHIR API: the setting {@code hub.channels.cpft-camhs.url}. */
    public URI address() {
        return URI.create("http://localhost:" + tomcat.getConnector().getLocalPort() + "/fhir/R4");
    }

    /** Tells it to be slow or to fail. */
    public Conduct conduct() {
        return conduct;
    }

    @Override
    public List<JsonNode> received() {
        return operation.received().stream().map(Summary::of).toList();
    }

    @Override
    public Optional<String> correlation(String delivery) {
        return operation.correlation(delivery);
    }

    @Override
    public List<String> complaints() {
        return operation.complaints();
    }

    /** How often it was called, repeats, failures and refusals included. */
    public int calls() {
        return operation.calls();
    }

    /** Accepts the last referral about a person, by a FHIR message through the hub's gateway. */
    public HttpResponse<String> accept(String person) {
        return hub.send(AnswerMessage.accepted(lastReferral(person)));
    }

    /**
     * Rejects it.
     *
     * @param reason code of dos-rejected-reasons-bars, such as 22 for capacity
     */
    public HttpResponse<String> reject(String person, String reason) {
        return hub.send(AnswerMessage.rejected(lastReferral(person), reason));
    }

    /** Accepts later, as a clinician who reads it tomorrow would. */
    public CompletableFuture<HttpResponse<String>> acceptLater(Duration after, String person) {
        return CompletableFuture.supplyAsync(
                () -> accept(person), CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException failed) {
            throw new IllegalStateException("CPFT's FHIR server did not stop.", failed);
        }
    }

    private Bundle lastReferral(String person) {
        return operation.received().stream()
                .filter(bundle -> {
                    JsonNode summary = Summary.of(bundle);
                    return summary.path("kind").asString().equals("referral")
                            && summary.path("subject").asString("").equals(person);
                })
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("CPFT has no referral about that person."));
    }

    private void start(Listening listening) throws LifecycleException, IOException {
        tomcat.setSilent(true);
        tomcat.setBaseDir(Files.createTempDirectory("cpft").toString());
        Connector connector = new Connector();
        connector.setPort(listening.port());
        connector.setProperty("address", listening.address());
        tomcat.setConnector(connector);
        Context context = tomcat.addContext("", null);
        if (context instanceof StandardContext standard) {
            // looking for leaks at the end needs rights that this JVM does not give
            standard.setClearReferencesRmiTargets(false);
            standard.setClearReferencesThreadLocals(false);
        }
        RestfulServer server = new RestfulServer(fhir);
        server.registerProvider(operation);
        Tomcat.addServlet(context, "fhir", server).addMapping("/fhir/R4/*");
        tomcat.start();
        if (connector.getLocalPort() < 0) {
            throw new UncheckedIOException(new IOException("Port " + listening.port() + " is taken."));
        }
    }
}
