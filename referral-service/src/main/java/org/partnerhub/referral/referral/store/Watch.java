package org.partnerhub.referral.referral.store;

import java.time.Duration;
import org.partnerhub.support.events.Poller;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Listens to the clocks, in every instance: each stroke is taken by one. */
@Configuration(proxyBeanMethods = false)
class Watch {

    @Bean
    Poller strikingClocks(Silence silence, @Value("${hub.clocks.poll-interval}") Duration interval) {
        return new Poller("referral-service:clocks", interval, silence::hear);
    }

    @Bean
    Poller vanishedRecipients(Silence silence, @Value("${hub.clocks.vanished-interval}") Duration interval) {
        return new Poller("referral-service:vanished-recipients", interval, silence::missTheVanished);
    }
}
