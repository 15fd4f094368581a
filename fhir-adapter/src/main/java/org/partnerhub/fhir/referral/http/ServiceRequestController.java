package org.partnerhub.fhir.referral.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.fhir.reception.http.ResourceExchange;
import org.partnerhub.fhir.referral.Standing;
import org.partnerhub.fhir.referral.incoming.ServiceRequestReading;
import org.partnerhub.fhir.referral.outgoing.ReferralCalls;
import org.partnerhub.fhir.referral.outgoing.ServiceRequests;
import org.partnerhub.support.security.Caller;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A partner's own referrals as ServiceRequests. */
@RestController
@RequestMapping("/fhir/R4/ServiceRequest")
class ServiceRequestController {

    private static final Map<String, String> PARAMETERS = Map.of("_id", "", "identifier", "");

    private final ReferralCalls referrals;
    private final ReferralSearch search;
    private final ResourceExchange exchange;

    ServiceRequestController(ReferralCalls referrals, ReferralSearch search, ResourceExchange exchange) {
        this.referrals = referrals;
        this.search = search;
        this.exchange = exchange;
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> read(
            @PathVariable String id,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token,
            HttpServletRequest request) {
        return exchange.found(request, ServiceRequests.of(referrals.read(referral(id), token)));
    }

    @GetMapping
    ResponseEntity<byte[]> search(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token,
            HttpServletRequest request) {
        String id = parameters.getFirst("_id");
        String identifier = parameters.getFirst("identifier");
        ReferralSearch.Found found = id == null && identifier == null
                ? search.search(parameters, PARAMETERS, ServiceRequestController::one, token)
                : search.named(
                        id == null ? ReferralSearch.token(String.valueOf(identifier), Hub.REFERRAL) : id,
                        ServiceRequestController::one,
                        token);
        return exchange.searched(
                request, found.resources(), found.next() == null ? null : "ServiceRequest" + found.next());
    }

    /** Its sender takes it back, or adds a note for everybody who has it. */
    @PutMapping("/{id}")
    ResponseEntity<byte[]> update(
            @PathVariable String id,
            @RequestHeader(HttpHeaders.AUTHORIZATION) String token,
            @RequestHeader(name = "X-Request-Id", required = false) UUID key,
            Caller caller,
            HttpServletRequest request)
            throws IOException {
        ServiceRequest sent = exchange.body(request, ServiceRequest.class);
        Standing standing = referrals.read(referral(id), token);
        if (!standing.sentBy(new PartnerId(caller.requiredPartner()))) {
            throw new MessageRefused(
                    403,
                    "REC_FORBIDDEN",
                    "forbidden",
                    "Only its sender may change a ServiceRequest; answer with its Task.");
        }
        ServiceRequest present = ServiceRequests.of(standing);
        exchange.mustMatch(request, present);
        referrals.change(
                standing.id(),
                ServiceRequestReading.change(sent, present),
                (key == null ? UUID.randomUUID() : key).toString(),
                token);
        return read(id, token, request);
    }

    private static List<ServiceRequest> one(Standing standing) {
        return List.of(ServiceRequests.of(standing));
    }

    private static ReferralId referral(String id) {
        try {
            return ReferralId.of(id);
        } catch (IllegalArgumentException noId) {
            throw MessageRefused.noSuchResource();
        }
    }
}
