package org.partnerhub.quickstart.partner.cpft;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.partnerhub.quickstart.partner.Conduct;

/** The operation {@code $process-message}: checks, keeps each delivery once, answers at once as BaRS says. */
public final class ProcessMessage {

    private static final String CODES = "https://fhir.nhs.uk/CodeSystem/http-error-codes";

    private final Conduct conduct;
    private final Map<String, Bundle> byDelivery = new LinkedHashMap<>();
    private final Map<String, String> correlations = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();

    ProcessMessage(Conduct conduct) {
        this.conduct = conduct;
    }

    /** HAPI finds it by its annotations, and the Bundle by being the whole body. */
    @Operation(name = "$process-message")
    public Bundle processMessage(@OperationParam(name = "content") Bundle message, HttpServletRequest request) {
        calls.incrementAndGet();
        int failure = conduct.failure();
        if (failure != 0) {
            throw BaseServerResponseException.newInstance(failure, "The record system is not well.");
        }
        List<String> wrong = new ArrayList<>(headersMissing(request));
        wrong.addAll(MessageCheck.complaints(message));
        if (!wrong.isEmpty()) {
            complaints.addAll(wrong);
            throw new InvalidRequestException(String.join(" ", wrong), outcome("REC_BAD_REQUEST", "invalid"));
        }
        correlations.put(message.getIdentifier().getValue(), request.getHeader("X-Correlation-Id"));
        keep(message);
        pause();
        return acknowledgement(message);
    }

    List<Bundle> received() {
        synchronized (byDelivery) {
            return new ArrayList<>(byDelivery.values());
        }
    }

    Optional<String> correlation(String delivery) {
        return Optional.ofNullable(correlations.get(delivery));
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    int calls() {
        return calls.get();
    }

    /** What was taken before is a duplicate, whatever became of the first answer. */
    private void keep(Bundle message) {
        synchronized (byDelivery) {
            if (byDelivery.putIfAbsent(message.getIdentifier().getValue(), message) != null) {
                throw new ResourceVersionConflictException(
                        "The message was taken before.", outcome("REC_CONFLICT", "duplicate"));
            }
        }
    }

    private static List<String> headersMissing(HttpServletRequest request) {
        List<String> wrong = new ArrayList<>();
        for (String name : List.of("NHSD-Target-Identifier", "X-Request-Id", "X-Correlation-Id")) {
            if (request.getHeader(name) == null) {
                wrong.add("The header " + name + " is missing.");
            }
        }
        return wrong;
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(conduct.delay().toMillis());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static Bundle acknowledgement(Bundle message) {
        MessageHeader header = new MessageHeader();
        header.setEvent(new Coding(Names.BARS_EVENTS, Names.RESPONSE, null));
        header.getSource().setName("CPFT").setEndpoint("https://fhir.nhs.uk/Id/ods-organization-code|RT1");
        header.getResponse().setIdentifier(message.getIdElement().getIdPart()).setCode(MessageHeader.ResponseType.OK);
        Bundle bundle = new Bundle();
        bundle.setId(UUID.randomUUID().toString());
        bundle.setType(Bundle.BundleType.MESSAGE);
        bundle.addEntry().setFullUrl("urn:uuid:" + UUID.randomUUID()).setResource(header);
        return bundle;
    }

    private static OperationOutcome outcome(String code, String issue) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(OperationOutcome.IssueSeverity.ERROR)
                .setCode(OperationOutcome.IssueType.fromCode(issue))
                .setDetails(new CodeableConcept(new Coding(CODES, code, null)));
        return outcome;
    }
}
