package org.partnerhub.notification.stay.route;

import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.partnerhub.contracts.event.EventType;
import org.partnerhub.notification.stay.outgoing.Following;
import org.partnerhub.support.events.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** From a stored message, or from news about a person, to what follows. A failure undoes everything and is tried again. */
@Component
class AdmissionRoute extends EndpointRouteBuilder {

    static final String RECEIVED = "direct:admission-received";
    static final String MERGED = "direct:person-merged-stays";
    static final String UNMERGED = "direct:person-unmerged-stays";

    private final Following following;

    AdmissionRoute(Following following) {
        this.following = following;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(RECEIVED).routeId("admission-received").bean(following, "follow(${body})");
        from(MERGED).routeId("person-merged-stays").bean(following, "merged(${body})");
        from(UNMERGED).routeId("person-unmerged-stays").bean(following, "unmerged(${body})");
    }

    /** Which events reach the routes. */
    @Configuration(proxyBeanMethods = false)
    static class Events {

        @Bean
        EventSubscription admissionReceived(ProducerTemplate camel) {
            return new EventSubscription(EventType.ADMISSION_RECEIVED, event -> camel.sendBody(RECEIVED, event));
        }

        @Bean
        EventSubscription personMergedForStays(ProducerTemplate camel) {
            return new EventSubscription(EventType.PERSON_MERGED, event -> camel.sendBody(MERGED, event));
        }

        @Bean
        EventSubscription personUnmergedForStays(ProducerTemplate camel) {
            return new EventSubscription(EventType.PERSON_UNMERGED, event -> camel.sendBody(UNMERGED, event));
        }
    }
}
