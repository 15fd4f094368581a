package org.partnerhub.notification.delivery.route;

import org.apache.camel.ProducerTemplate;
import org.partnerhub.contracts.event.EventType;
import org.partnerhub.support.events.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which events reach which route. */
@Configuration(proxyBeanMethods = false)
class DeliveryEvents {

    @Bean
    EventSubscription disclosureRequested(ProducerTemplate camel) {
        return new EventSubscription(
                EventType.DISCLOSURE_REQUESTED, event -> camel.sendBody(DeliveryRoutes.REQUESTED, event));
    }

    @Bean
    EventSubscription consentGiven(ProducerTemplate camel) {
        return new EventSubscription(EventType.CONSENT_GIVEN, event -> camel.sendBody(DeliveryRoutes.GIVEN, event));
    }

    @Bean
    EventSubscription consentRefused(ProducerTemplate camel) {
        return new EventSubscription(EventType.CONSENT_REFUSED, event -> camel.sendBody(DeliveryRoutes.REFUSED, event));
    }

    @Bean
    EventSubscription overrideAuthorised(ProducerTemplate camel) {
        return new EventSubscription(
                EventType.OVERRIDE_AUTHORISED, event -> camel.sendBody(DeliveryRoutes.OVERRIDDEN, event));
    }

    @Bean
    EventSubscription releaseGiven(ProducerTemplate camel) {
        return new EventSubscription(EventType.RELEASE_GIVEN, event -> camel.sendBody(DeliveryRoutes.RELEASED, event));
    }

    @Bean
    EventSubscription consentExpired(ProducerTemplate camel) {
        return new EventSubscription(EventType.CONSENT_EXPIRED, event -> camel.sendBody(DeliveryRoutes.EXPIRED, event));
    }

    @Bean
    EventSubscription consentsChanged(ProducerTemplate camel) {
        return new EventSubscription(
                EventType.CONSENTS_CHANGED, event -> camel.sendBody(DeliveryRoutes.CHANGED, event));
    }

    @Bean
    EventSubscription agreementChanged(ProducerTemplate camel) {
        return new EventSubscription(
                EventType.AGREEMENT_CHANGED, event -> camel.sendBody(DeliveryRoutes.AGREED, event));
    }
}
