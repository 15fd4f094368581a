package org.partnerhub.referral.referral.route;

import org.apache.camel.ProducerTemplate;
import org.partnerhub.contracts.event.EventType;
import org.partnerhub.support.events.EventSubscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands each event to its route, in the thread and transaction in which it was received. */
@Configuration(proxyBeanMethods = false)
class Subscriptions {

    @Bean
    EventSubscription disclosureSettled(ProducerTemplate camel) {
        return new EventSubscription(
                EventType.DISCLOSURE_SETTLED, event -> camel.sendBody("direct:" + DisclosureSettledRoute.ID, event));
    }
}
