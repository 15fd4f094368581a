package org.partnerhub.support.web;

import org.partnerhub.contracts.api.ApiCatalogue;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.util.unit.DataSize;

/** The filters every request passes, in order: correlation ids, a bounded number at once, (security,) a bounded body. */
@Configuration(proxyBeanMethods = false)
@Import(Correlation.class)
public class Guards {

    @Bean
    FilterRegistrationBean<BoundedRequests> boundedRequests(@Value("${hub.limits.concurrent-requests:256}") int most) {
        return ordered(new BoundedRequests(most), Ordered.HIGHEST_PRECEDENCE + 20);
    }

    /** After security, so that nobody unknown can make the service hold a body. */
    @Bean
    FilterRegistrationBean<BoundedBody> boundedBody(
            @Value("${hub.limits.body:1MB}") DataSize most,
            @Value("${hub.limits.large-bodies-at-once:8}") int largeAtOnce) {
        return ordered(new BoundedBody(most, ApiCatalogue.outside().operations(), largeAtOnce), 0);
    }

    /** One observation a filter costs more than most filters; a request is observed once, as a whole. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> ordered(F filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        return registration;
    }
}
