package org.partnerhub.fhir.consent.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hl7.fhir.r4.model.Consent;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.fhir.consent.RecordedConsent;
import org.partnerhub.fhir.consent.Terms;
import org.partnerhub.fhir.consent.incoming.ConsentReading;
import org.partnerhub.fhir.consent.outgoing.ConsentCalls;
import org.partnerhub.fhir.consent.outgoing.Consents;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.fhir.reception.http.ResourceExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The consents that a partner recorded, as FHIR. */
@RestController
@RequestMapping("/fhir/R4/Consent")
class ConsentController {

    private final ConsentCalls consents;
    private final ConsentSearch search;
    private final ConsentReading reading;
    private final ResourceExchange exchange;

    ConsentController(ConsentCalls consents, ConsentSearch search, ConsentReading reading, ResourceExchange exchange) {
        this.consents = consents;
        this.search = search;
        this.reading = reading;
        this.exchange = exchange;
    }

    /** Records one. X-Request-Id is its idempotency key: sent again with the same, it is the same consent. */
    @PostMapping
    ResponseEntity<byte[]> create(
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token,
            @RequestHeader(name = "X-Request-Id", required = false) @Nullable UUID request,
            HttpServletRequest http)
            throws IOException {
        Consent sent = exchange.body(http, Consent.class);
        String key = (request == null ? UUID.randomUUID() : request).toString();
        List<String> notKept = ConsentReading.notKept(sent);
        ConsentId id = consents.record(reading.recording(sent, notKept), key, token);
        return exchange.created(http, Consents.of(consents.read(id, token), notKept));
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> read(
            @PathVariable String id, @RequestHeader(HttpHeaders.AUTHORIZATION) String token, HttpServletRequest http) {
        return exchange.found(http, Consents.of(consents.read(consent(id), token)));
    }

    @GetMapping
    ResponseEntity<byte[]> search(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token,
            HttpServletRequest http) {
        ConsentSearch.Found found = search.search(parameters, token);
        return exchange.searched(http, found.consents(), found.next() == null ? null : "Consent" + found.next());
    }

    /**
     * Withdraws it with the status inactive, or narrows it: always less, so that what came in between is never undone. Sent again it is passed
     * on again, because only consent-service's answer says that nothing leaves any more on what was taken away.
     */
    @PutMapping("/{id}")
    ResponseEntity<byte[]> update(
            @PathVariable String id, @RequestHeader(HttpHeaders.AUTHORIZATION) String token, HttpServletRequest http)
            throws IOException {
        Consent sent = exchange.body(http, Consent.class);
        RecordedConsent present = consents.read(consent(id), token);
        exchange.mustMatch(http, Consents.of(present));
        mustBeTheSame(sent, present);
        List<String> notKept = new ArrayList<>();
        switch (sent.getStatus()) {
            case INACTIVE -> withdraw(sent, present, token);
            case ACTIVE -> narrow(reading.terms(sent, notKept), sent, present, token);
            case null, default ->
                throw MessageRefused.unprocessable(
                        "Consent.status", "Set it to inactive to withdraw it; leave it active to narrow it.");
        }
        return exchange.found(http, Consents.of(consents.read(present.id(), token), notKept));
    }

    private void withdraw(Consent sent, RecordedConsent present, String token) {
        consents.withdraw(present.id(), ConsentReading.changedBy(sent), token);
    }

    private void narrow(Terms now, Consent sent, RecordedConsent present, String token) {
        Terms before = present.terms();
        mustStay(before.decision(), now.decision(), "Consent.provision.type");
        mustStay(before.from(), now.from(), "Consent.provision.period.start");
        mustStay(before.obtainedOn(), now.obtainedOn(), "Consent.dateTime");
        if (!now.exceptions().containsAll(before.exceptions())) {
            throw MessageRefused.unprocessable(
                    "Consent.provision.provision", "An exception cannot be taken back; record a new consent.");
        }
        Map<String, Object> body = new TreeMap<>(now.narrowed(before));
        body.putIfAbsent("until", now.until().toString());
        body.put("narrowedBy", ConsentReading.changedBy(sent));
        consents.narrow(present.id(), body, token);
    }

    private static void mustBeTheSame(Consent sent, RecordedConsent present) {
        String id = sent.getIdElement().getIdPart();
        if (id == null || !id.equals(present.id().toString())) {
            throw MessageRefused.invalid("Give Consent.id the id that is in the address.");
        }
        mustStay(Optional.of(present.person().toString()), ConsentReading.person(sent), "Consent.patient.identifier");
    }

    private static void mustStay(Object before, Object now, String element) {
        if (!before.equals(now)) {
            throw MessageRefused.unprocessable(element, "It cannot be changed; record a new consent.");
        }
    }

    private static ConsentId consent(String id) {
        try {
            return ConsentId.of(id);
        } catch (IllegalArgumentException noId) {
            throw MessageRefused.noSuchResource();
        }
    }
}
