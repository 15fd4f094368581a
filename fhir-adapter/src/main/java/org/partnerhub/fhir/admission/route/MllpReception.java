package org.partnerhub.fhir.admission.route;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.mllp.MllpConstants;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.stay.IncomingReport;
import org.partnerhub.contracts.stay.StayReport;
import org.partnerhub.fhir.admission.ReadMessage;
import org.partnerhub.fhir.admission.incoming.Acknowledgment;
import org.partnerhub.fhir.admission.incoming.Acknowledgment.Code;
import org.partnerhub.fhir.admission.incoming.AdtReading;
import org.partnerhub.fhir.admission.outgoing.StayReports;
import org.partnerhub.support.logging.Faults;
import org.partnerhub.support.web.CorrelationFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Reads a message, has it stored, and only then says so. Where it cannot be stored now the connection is closed without an answer:
 * whoever has no answer sends the message again, and nobody takes a refusal for an end.
 */
final class MllpReception {

    private static final Logger LOG = LoggerFactory.getLogger(MllpReception.class);
    private static final String CHANNEL = "hl7v2";

    /** HL7 table 0211, as far as it is met; else UTF-8, of which ASCII is a part. */
    private static final Map<String, Charset> CHARACTER_SETS = Map.of(
            "8859/1", StandardCharsets.ISO_8859_1,
            "ISO8859-1", StandardCharsets.ISO_8859_1,
            "ISO-8859-1", StandardCharsets.ISO_8859_1,
            "8859/15", Charset.forName("ISO-8859-15"));

    private static final int CHARACTER_SET = 17;

    private final MllpSettings settings;
    private final AdtReading reading;
    private final StayReports reports;
    private final MeterRegistry meters;
    private final Clock clock;

    MllpReception(MllpSettings settings, AdtReading reading, StayReports reports, MeterRegistry meters, Clock clock) {
        this.settings = settings;
        this.reading = reading;
        this.reports = reports;
        this.meters = meters;
        this.clock = clock;
    }

    /** Called by the route for each message. */
    public void receive(Exchange exchange) {
        Message in = exchange.getMessage();
        byte[] body = in.getBody(byte[].class);
        String message = body == null ? "" : text(body);
        Optional<PartnerId> partner =
                settings.partnerOf(in.getHeader(MllpConstants.MLLP_SSL_CLIENT_CERT_SUBJECT_NAME, String.class));
        MDC.put(CorrelationFilter.MDC_KEY, UUID.randomUUID().toString());
        try {
            Acknowledgment answer = partner.map(it -> received(it, message))
                    .orElse(new Acknowledgment(Code.AR, "This certificate stands for no partner of the hub."));
            meters.counter("hub.mllp.messages", "answer", answer.code().name()).increment();
            String text = answer.to(message, clock.instant());
            exchange.setProperty(MllpConstants.MLLP_ACKNOWLEDGEMENT, text.getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException notStored) {
            LOG.warn("A message could not be stored and is not answered: {}", Faults.described(notStored));
            meters.counter("hub.mllp.messages", "answer", "none").increment();
            exchange.setProperty(MllpConstants.MLLP_RESET_CONNECTION_BEFORE_SEND, true);
        } finally {
            MDC.remove(CorrelationFilter.MDC_KEY);
        }
    }

    private Acknowledgment received(PartnerId partner, String message) {
        return switch (reading.read(message)) {
            case ReadMessage.Taken it -> {
                store(partner, it.key(), it.report(), null, null);
                yield new Acknowledgment(Code.AA, it.remark());
            }
            case ReadMessage.Unreadable it -> {
                store(partner, it.key().isEmpty() ? "none" : it.key(), null, it.code(), message);
                yield new Acknowledgment(Code.AE, it.words());
            }
            case ReadMessage.Refused it -> new Acknowledgment(Code.AR, it.words());
        };
    }

    private void store(
            PartnerId partner,
            String key,
            @Nullable StayReport report,
            @Nullable String unreadable,
            @Nullable String original) {
        reports.store(new IncomingReport(partner, CHANNEL, key, report, unreadable, original));
    }

    private static String text(byte[] body) {
        String ascii = new String(body, StandardCharsets.ISO_8859_1);
        int end = ascii.indexOf('\r');
        String[] header = (end < 0 ? ascii : ascii.substring(0, end)).split("\\|", -1);
        String named = header.length > CHARACTER_SET ? header[CHARACTER_SET].replaceAll("~.*", "") : "";
        Charset charset = CHARACTER_SETS.getOrDefault(named.toUpperCase(Locale.ROOT), StandardCharsets.UTF_8);
        return new String(body, charset);
    }
}
