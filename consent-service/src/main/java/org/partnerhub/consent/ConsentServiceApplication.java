package org.partnerhub.consent;

import org.partnerhub.support.ServiceSupport;
import org.partnerhub.support.events.EventSupport;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Decides what may leave, and proves it. */
@SpringBootApplication
@EnableScheduling
@Import({ServiceSupport.class, EventSupport.class})
public class ConsentServiceApplication {

    /** The service, ready to run alone or beside others in one JVM. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(ConsentServiceApplication.class)
                .properties("spring.config.name=consent-service");
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
