package org.partnerhub.fhir.reception.http;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the rewording of refusals around everything else that a FHIR request passes. */
@Configuration(proxyBeanMethods = false)
class FhirDoor {

    @Bean
    FilterRegistrationBean<FhirRefusals> fhirRefusals(Representations representations) {
        FilterRegistrationBean<FhirRefusals> registration =
                new FilterRegistrationBean<>(new FhirRefusals(representations));
        registration.addUrlPatterns("/fhir/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
