package org.partnerhub.notification.notice.route;

import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.partnerhub.contracts.event.EventType;
import org.partnerhub.notification.notice.outgoing.Holders;
import org.partnerhub.support.events.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** From a withdrawn or narrowed consent to a notice for every holder: reference, purpose, categories and dates, nothing more. */
@Component
class WithdrawalRoute extends EndpointRouteBuilder {

    static final String WITHDRAWN = "direct:consent-withdrawn";

    static final String NARROWED = "direct:consent-narrowed";

    private final Holders holders;

    WithdrawalRoute(Holders holders) {
        this.holders = holders;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from(direct("consent-withdrawn")).routeId("consent-withdrawn").bean(holders, "tell(${body})");

        from(direct("consent-narrowed")).routeId("consent-narrowed").bean(holders, "tell(${body})");
    }

    /** Which event reaches the route. */
    @Configuration(proxyBeanMethods = false)
    static class Events {

        @Bean
        EventSubscription consentWithdrawn(ProducerTemplate camel) {
            return new EventSubscription(EventType.CONSENT_WITHDRAWN, event -> camel.sendBody(WITHDRAWN, event));
        }

        @Bean
        EventSubscription consentNarrowed(ProducerTemplate camel) {
            return new EventSubscription(EventType.CONSENT_NARROWED, event -> camel.sendBody(NARROWED, event));
        }
    }
}
