package org.partnerhub.fhir.reception.http;

import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.stay.IncomingReport;
import org.partnerhub.fhir.admission.outgoing.StayReports;
import org.partnerhub.fhir.message.IncomingMessage;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.support.logging.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Has what a message tells of a stay stored before it is answered. */
@Component
class Stays {

    private static final Logger LOG = LoggerFactory.getLogger(Stays.class);

    private final StayReports reports;

    Stays(StayReports reports) {
        this.reports = reports;
    }

    void store(IncomingMessage.StayTold stay, String partner) {
        try {
            reports.store(new IncomingReport(new PartnerId(partner), "fhir", stay.id(), stay.report(), null, null));
        } catch (RestClientException notStored) {
            LOG.warn("A message about a stay could not be stored: {}", Faults.described(notStored));
            throw new MessageRefused(
                    503,
                    "REC_SERVICE_UNAVAILABLE",
                    "transient",
                    "Nothing was stored; send the same message again later.");
        }
    }
}
