package org.partnerhub.gateway;

import io.github.bucket4j.TimeMeter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The filters that only the gateway has; those that every service has too are {@code Guards}. */
@Configuration(proxyBeanMethods = false)
class Limits {

    /** After security, which says who it is, and before the body is read. */
    private static final int AFTER_SECURITY = -50;

    @Bean
    FilterRegistrationBean<PartnerRates> partnerRates(
            @Value("${hub.limits.partner-requests-per-second}") int perSecond,
            @Value("${hub.limits.partner-burst}") int burst) {
        var registration =
                new FilterRegistrationBean<>(new PartnerRates(perSecond, burst, TimeMeter.SYSTEM_MILLISECONDS));
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }

    /** Before every other guard, so that it rewords their refusals too. */
    @Bean
    FilterRegistrationBean<FhirRefusals> fhirRefusals() {
        var registration = new FilterRegistrationBean<>(new FhirRefusals());
        registration.addUrlPatterns("/fhir/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 15);
        return registration;
    }
}
