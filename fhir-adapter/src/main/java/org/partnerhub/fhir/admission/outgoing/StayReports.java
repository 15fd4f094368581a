package org.partnerhub.fhir.admission.outgoing;

import org.partnerhub.contracts.stay.IncomingReport;
import org.partnerhub.contracts.stay.StoredReport;
import org.partnerhub.support.calls.ServiceCalls;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Has a message stored by notification-service. What is not stored is thrown. */
@Component
public class StayReports {

    private final RestClient notificationService;

    StayReports(ServiceCalls calls) {
        notificationService = calls.to("notification");
    }

    public StoredReport store(IncomingReport report) {
        StoredReport stored = notificationService
                .post()
                .uri("/internal/stays/reports")
                .contentType(MediaType.APPLICATION_JSON)
                .body(report)
                .retrieve()
                .body(StoredReport.class);
        if (stored == null) {
            throw new IllegalStateException("notification-service answered nothing about a message.");
        }
        return stored;
    }
}
