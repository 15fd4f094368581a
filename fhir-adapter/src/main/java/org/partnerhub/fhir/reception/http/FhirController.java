package org.partnerhub.fhir.reception.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.fhir.exchange.store.ReceivedMessages.Pair;
import org.partnerhub.fhir.message.IncomingMessage;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.fhir.message.Remark;
import org.partnerhub.fhir.message.incoming.Format;
import org.partnerhub.fhir.message.incoming.IncomingMessages;
import org.partnerhub.fhir.message.incoming.MessageBodies;
import org.partnerhub.fhir.validation.incoming.Validation;
import org.partnerhub.support.security.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The FHIR door. */
@RestController
@RequestMapping("/fhir/R4")
class FhirController {

    private final Representations representations;
    private final MessageBodies bodies;
    private final Validation validation;
    private final MessageReception reception;
    private final Clock clock;

    FhirController(
            Representations representations,
            MessageBodies bodies,
            Validation validation,
            MessageReception reception,
            Clock clock) {
        this.representations = representations;
        this.bodies = bodies;
        this.validation = validation;
        this.reception = reception;
        this.clock = clock;
    }

    @GetMapping("/metadata")
    ResponseEntity<byte[]> metadata(HttpServletRequest request) {
        return answer(Capability.statement(), representations.wanted(request));
    }

    @GetMapping("/MessageDefinition")
    ResponseEntity<byte[]> messageDefinitions(
            @RequestParam(name = "context", defaultValue = "") List<String> contexts, HttpServletRequest request) {
        return answer(MessageDefinitions.of(contexts), representations.wanted(request));
    }

    @PostMapping("/$process-message")
    ResponseEntity<byte[]> processMessage(
            HttpServletRequest request, Caller caller, @RequestHeader(HttpHeaders.AUTHORIZATION) String token)
            throws IOException {
        Format wanted = representations.wanted(request);
        Format sent = representations.sent(request);
        BarsHeaders headers = BarsHeaders.of(request);
        byte[] body = request.getInputStream().readAllBytes();
        Bundle bundle = bodies.read(body, sent);
        IncomingMessage message = IncomingMessages.read(bundle, headers.target());
        Pair pair = new Pair(caller.requiredPartner(), headers.request(), headers.correlation());
        mayTell(message, caller);
        List<Remark> remarks = new ArrayList<>(validation.check(bundle, body.length));
        Optional<ReferralId> referral = reception.take(message, pair, token);
        message.remarks().forEach(it -> remarks.add(Remark.warning(it)));
        return answer(Acknowledgement.of(message, referral, remarks, clock.instant()), wanted);
    }

    private static void mayTell(IncomingMessage message, Caller caller) {
        if (message instanceof IncomingMessage.StayTold && !caller.scopes().contains("admission.notify")) {
            throw new MessageRefused(
                    403, "REC_FORBIDDEN", "forbidden", "Ask the hub's operators for the scope admission.notify.");
        }
    }

    private ResponseEntity<byte[]> answer(Resource resource, Format format) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType() + ";charset=utf-8")
                .body(representations.write(resource, format));
    }
}
