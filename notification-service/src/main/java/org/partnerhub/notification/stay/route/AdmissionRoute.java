package org.partnerhub.notification.stay.route;

import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.partnerhub.contracts.event.EventType;
import org.partnerhub.notification.stay.outgoing.StayNotices;
import org.partnerhub.support.events.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** From a stored admission to what follows from it. A failure undoes everything and is tried again: nothing is half concluded. */
@Component
class AdmissionRoute extends EndpointRouteBuilder {

    static final String RECEIVED = "direct:admission-received";

    private final StayNotices notices;

    AdmissionRoute(StayNotices notices) {
        this.notices = notices;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct("admission-received")).routeId("admission-received").bean(notices, "conclude(${body})");
    }

    /** Which event reaches the route. */
    @Configuration(proxyBeanMethods = false)
    static class Events {

        @Bean
        EventSubscription admissionReceived(ProducerTemplate camel) {
            return new EventSubscription(EventType.ADMISSION_RECEIVED, event -> camel.sendBody(RECEIVED, event));
        }
    }
}
