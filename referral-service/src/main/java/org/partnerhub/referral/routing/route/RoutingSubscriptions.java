package org.partnerhub.referral.routing.route;

import org.apache.camel.ProducerTemplate;
import org.partnerhub.contracts.event.EventType;
import org.partnerhub.support.events.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands each event to its route, in the thread and transaction in which it was received. */
@Configuration(proxyBeanMethods = false)
class RoutingSubscriptions {

    @Bean
    EventSubscription referralReceived(ProducerTemplate camel) {
        return new EventSubscription(
                EventType.REFERRAL_RECEIVED, event -> camel.sendBody("direct:" + ReferralReceivedRoute.ID, event));
    }
}
