package org.partnerhub.notification.officer.outgoing;

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

/** Has the disclosure log note what an officer is about to see or do; where that cannot be done, nothing is shown or done. */
@Component
public class OfficerLooks {

    private static final Logger LOG = LoggerFactory.getLogger(OfficerLooks.class);
    private static final String RETRY_SECONDS = "5";

    private final ServiceCalls services;
    private final String service;

    OfficerLooks(ServiceCalls services, @Value("${spring.application.name}") String service) {
        this.services = services;
        this.service = service;
    }

    /**
     * What is to be noted.
     *
     * @param kind a code, such as {@code stay}
     * @param reason the officer's own words, or the duty that they look under
     * @param person whom it is about; absent where it is about nobody, or nobody knows yet
     * @param reference what it is about, such as {@code partner/fenland-academy}
     */
    public record Look(
            String kind,
            String reason,
            @Nullable PersonId person,
            @Nullable String reference) {}

    /** Answers once the look is in the log; 503 where it cannot be. */
    public ResponseEntity<Object> before(Caller officer, Look look, Supplier<ResponseEntity<Object>> answer) {
        return noted(officer.subject(), look) ? answer.get() : notNow();
    }

    private boolean noted(String officer, Look look) {
        try {
            services.to("consent")
                    .post()
                    .uri("/internal/log/officer-looks")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(new OfficerLook(
                            service, officer, look.kind(), look.reason(), look.person(), look.reference(), List.of()))
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
                "What officers see and do is noted in the disclosure log first, and it does not answer; try again shortly.");
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .body(answer.getBody());
    }
}
