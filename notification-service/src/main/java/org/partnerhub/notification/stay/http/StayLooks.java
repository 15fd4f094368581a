package org.partnerhub.notification.stay.http;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.log.OfficerLook;
import org.partnerhub.support.calls.ServiceCalls;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.ProblemResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Has the disclosure log note what an officer is about to see of stays; where that cannot be done, nothing is shown. */
@Component
class StayLooks {

    private static final Logger LOG = LoggerFactory.getLogger(StayLooks.class);
    private static final String RETRY_SECONDS = "5";

    /** These calls are an officer's daily duty and ask for no words of their own. */
    private static final String REASON = "Oversight of stays (Children Act 1989 s.85 and s.86).";

    private final ServiceCalls services;
    private final String service;

    StayLooks(ServiceCalls services, @Value("${spring.application.name}") String service) {
        this.services = services;
        this.service = service;
    }

    /**
     * Answers a partner at once, and an officer once the look is in the log.
     *
     * @param kind a code, such as {@code stay}
     * @param person whose stay it is; absent for a list, or where nobody knows yet
     */
    ResponseEntity<Object> before(
            Caller caller, String kind, @Nullable PersonId person, Supplier<ResponseEntity<Object>> answer) {
        return !StayAccess.isOfficer(caller) || noted(caller.subject(), kind, person) ? answer.get() : notNow();
    }

    private boolean noted(String officer, String kind, @Nullable PersonId person) {
        try {
            services.to("consent")
                    .post()
                    .uri("/internal/log/officer-looks")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new OfficerLook(service, officer, kind, REASON, person, null, List.of()))
                    .retrieve()
                    .toBodilessEntity();
            return true;
        } catch (RestClientException | OAuth2AuthorizationException noAnswer) {
            LOG.warn(
                    "The disclosure log did not note an officer's look: {}",
                    noAnswer.getClass().getSimpleName());
            return false;
        }
    }

    private static ResponseEntity<Object> notNow() {
        ResponseEntity<Object> answer = ProblemResponse.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "look-not-logged",
                "What officers see is noted in the disclosure log first, and it does not answer; try again shortly.");
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(answer.getBody());
    }
}
