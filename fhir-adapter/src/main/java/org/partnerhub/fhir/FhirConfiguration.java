package org.partnerhub.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.nio.file.Path;
import java.time.Clock;
import org.hl7.fhir.utilities.http.ManagedWebAccess;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.fhir.consent.PurposesOnConsent;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The one FhirContext: dear to make, safe to share. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class FhirConfiguration {

    /** Strict, so that what is no R4 is refused; and without any way to the network, which nothing here needs. */
    @Bean
    FhirContext fhirContext() {
        ManagedWebAccess.setAccessPolicy(ManagedWebAccess.WebAccessPolicy.PROHIBITED);
        FhirContext context = FhirContext.forR4();
        context.setParserErrorHandler(new StrictErrorHandler());
        return context;
    }

    /** What consents that come as FHIR are read by; {@code hub.policy.folder} where an operator has policies of their own. */
    @Bean
    PurposesOnConsent purposesOnConsent(@Value("${hub.policy.folder:#{null}}") @Nullable Path folder) {
        return PurposesOnConsent.of(PolicyFile.read("purposes", folder));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
