package org.partnerhub.console;

import org.partnerhub.support.calls.ServiceCalls;
import org.partnerhub.support.web.Correlation;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** Starts the console. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({Correlation.class, ServiceCalls.class})
public class ConsoleApplication {

    public static void main(String[] arguments) {
        application().run(arguments);
    }

    /** The console as a context of its own, so that several services can live in one JVM. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(ConsoleApplication.class).properties("spring.config.name=console");
    }
}
