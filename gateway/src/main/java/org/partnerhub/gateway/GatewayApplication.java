package org.partnerhub.gateway;

import org.partnerhub.support.web.Guards;
import org.partnerhub.support.web.Problems;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** The one door in. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import({Guards.class, Problems.class})
public class GatewayApplication {

    /** The gateway, ready to run alone or beside the services in one JVM. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(GatewayApplication.class).properties("spring.config.name=gateway");
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
