package org.partnerhub.support.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Correlation ids before anything else: what is refused has them too. */
@Configuration(proxyBeanMethods = false)
public class Correlation {

    @Bean
    FilterRegistrationBean<CorrelationFilter> correlationFilter(@Value("${spring.application.name}") String service) {
        var registration = new FilterRegistrationBean<>(new CorrelationFilter(service));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }
}
