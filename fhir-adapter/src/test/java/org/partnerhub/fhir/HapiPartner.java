package org.partnerhub.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MessageHeader;
import org.partnerhub.fhir.message.Bars;

/** A partner's FHIR server: HAPI's own, with {@code $process-message}. */
final class HapiPartner implements AutoCloseable {

    private final Tomcat tomcat = new Tomcat();
    private final AtomicInteger askedForMetadata = new AtomicInteger();
    private final ConcurrentLinkedQueue<Taken> taken = new ConcurrentLinkedQueue<>();
    private volatile UnaryOperator<Bundle> answer = HapiPartner::acknowledge;

    HapiPartner() throws IOException, LifecycleException {
        tomcat.setBaseDir(Files.createTempDirectory("hapi-partner").toString());
        tomcat.setPort(0);
        Context context = tomcat.addContext("", null);
        RestfulServer server = new RestfulServer(FhirContext.forR4Cached());
        server.registerProvider(new Messages());
        server.registerInterceptor(new Asked());
        Wrapper servlet = Tomcat.addServlet(context, "fhir", server);
        servlet.addMapping("/R4/*");
        tomcat.getConnector();
        tomcat.start();
    }

    URI base() {
        return URI.create("http://localhost:" + tomcat.getConnector().getLocalPort() + "/R4");
    }

    List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** How often its CapabilityStatement was read since it started. */
    int askedForMetadata() {
        return askedForMetadata.get();
    }

    /** How it answers from now on; by default it acknowledges. */
    void answers(UnaryOperator<Bundle> with) {
        this.answer = with;
    }

    void forget() {
        taken.clear();
        answer = HapiPartner::acknowledge;
    }

    static Bundle acknowledge(Bundle message) {
        MessageHeader header = new MessageHeader();
        header.setEvent(new Coding(Bars.MESSAGE_EVENTS, Bars.RESPONSE_EVENT, null));
        header.getSource().setEndpoint("urn:partner");
        header.getResponse().setIdentifier(message.getIdElement().getIdPart()).setCode(MessageHeader.ResponseType.OK);
        Bundle bundle = new Bundle();
        bundle.setId("partner-answer-1");
        bundle.setType(Bundle.BundleType.MESSAGE);
        bundle.addEntry().setResource(header);
        return bundle;
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    /** A message with the headers that it came with, in lower case. */
    record Taken(Bundle message, Map<String, String> headers) {}

    /** Counts, as HAPI calls it by its annotations. */
    @Interceptor
    public final class Asked {

        @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
        public void ask(RestOperationTypeEnum operation) {
            if (operation == RestOperationTypeEnum.METADATA) {
                askedForMetadata.incrementAndGet();
            }
        }
    }

    /** The operation, as HAPI finds it by its annotations. */
    public final class Messages {

        @Operation(name = "$process-message", manualResponse = false)
        public Bundle processMessage(@OperationParam(name = "content") Bundle message, HttpServletRequest request) {
            Map<String, String> headers = Collections.list(request.getHeaderNames()).stream()
                    .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), request::getHeader));
            taken.add(new Taken(message, headers));
            return answer.apply(message);
        }
    }
}
