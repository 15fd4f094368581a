package org.partnerhub.fhir;

import org.partnerhub.support.ServiceSupport;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;

/** FHIR R4 on both sides. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Import(ServiceSupport.class)
public class FhirAdapterApplication {

    /** The service, ready to run alone or beside others in one JVM. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(FhirAdapterApplication.class).properties("spring.config.name=fhir-adapter");
    }

    public static void main(String[] arguments) {
        application().run(arguments);
    }
}
