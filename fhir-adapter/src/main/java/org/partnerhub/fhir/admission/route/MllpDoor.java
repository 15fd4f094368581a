package org.partnerhub.fhir.admission.route;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.camel.builder.RouteBuilder;
import org.partnerhub.fhir.admission.incoming.AdtReading;
import org.partnerhub.fhir.admission.outgoing.StayReports;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the MLLP port where one is set. */
@Configuration(proxyBeanMethods = false)
class MllpDoor {

    @Bean
    @ConditionalOnProperty("hub.mllp.port")
    RouteBuilder mllpRoute(
            MllpSettings settings, SslBundles bundles, StayReports reports, MeterRegistry meters, Clock clock) {
        AdtReading reading = new AdtReading(settings.processingIds(), settings.legalStatusCodes(), clock);
        return new MllpRoute(
                settings,
                bundles.getBundle(settings.sslBundle()),
                new MllpReception(settings, reading, reports, meters, clock));
    }
}
