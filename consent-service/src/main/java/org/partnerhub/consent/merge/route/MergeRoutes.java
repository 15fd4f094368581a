package org.partnerhub.consent.merge.route;

import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.partnerhub.consent.merge.store.Merges;
import org.partnerhub.contracts.event.EventType;
import org.partnerhub.support.events.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** People who were found to be one, or not to be, in the transaction that took the event in. */
@Component
class MergeRoutes extends EndpointRouteBuilder {

    static final String MERGED = "direct:person-merged";
    static final String UNMERGED = "direct:person-unmerged";

    private final Merges merges;

    MergeRoutes(Merges merges) {
        this.merges = merges;
    }

    @Override
    public void configure() {
        // what fails is thrown to the inbox, which tries again later from PostgreSQL
        errorHandler(noErrorHandler());

        from(direct("person-merged"))
                .routeId("person-merged")
                .removeHeaders("*")
                .bean(merges, "merge");

        from(direct("person-unmerged"))
                .routeId("person-unmerged")
                .removeHeaders("*")
                .bean(merges, "unmerge");
    }

    /** Which event reaches which route. */
    @Configuration(proxyBeanMethods = false)
    static class Events {

        @Bean
        EventSubscription personMerged(ProducerTemplate camel) {
            return new EventSubscription(EventType.PERSON_MERGED, event -> camel.sendBody(MERGED, event));
        }

        @Bean
        EventSubscription personUnmerged(ProducerTemplate camel) {
            return new EventSubscription(EventType.PERSON_UNMERGED, event -> camel.sendBody(UNMERGED, event));
        }
    }
}
