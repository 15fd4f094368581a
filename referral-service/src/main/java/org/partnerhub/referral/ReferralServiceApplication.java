package org.partnerhub.referral;

import org.partnerhub.support.ServiceSupport;
import org.partnerhub.support.events.EventSupport;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** People, stories told once, referrals and their closed loop. */
@SpringBootApplication
@EnableScheduling
@Import({ServiceSupport.class, EventSupport.class})
public class ReferralServiceApplication {

    /** The service, ready to run alone or beside others in one JVM. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(ReferralServiceApplication.class)
                .properties("spring.config.name=referral-service");
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
