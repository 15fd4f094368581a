package org.partnerhub.notification;

import org.partnerhub.support.ServiceSupport;
import org.partnerhub.support.events.EventSupport;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** The one door out. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({ServiceSupport.class, EventSupport.class})
public class NotificationServiceApplication {

    /** The service, ready to run alone or beside others in one JVM. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(NotificationServiceApplication.class)
                .properties("spring.config.name=notification-service");
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
