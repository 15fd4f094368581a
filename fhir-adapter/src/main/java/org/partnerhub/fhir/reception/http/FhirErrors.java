package org.partnerhub.fhir.reception.http;

import jakarta.servlet.http.HttpServletRequest;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.fhir.message.incoming.Format;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A refused message as an OperationOutcome. Everything else is a problem document, which {@link FhirRefusals} rewords. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class FhirErrors {

    private static final String RETRY_SECONDS = "5";

    private final Representations representations;

    FhirErrors(Representations representations) {
        this.representations = representations;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(MessageRefused refused, HttpServletRequest request) {
        Format format = Representations.wantedOrJson(request);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(refused.status())
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType() + ";charset=utf-8");
        if (refused.status() == 429 || refused.status() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return answer.body(representations.write(OperationOutcomes.of(refused), format));
    }
}
