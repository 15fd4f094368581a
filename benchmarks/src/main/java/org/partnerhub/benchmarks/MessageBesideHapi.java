package org.partnerhub.benchmarks;

import ca.uhn.fhir.context.FhirContext;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.partnerhub.fhir.message.IncomingMessage;
import org.partnerhub.fhir.message.Remark;
import org.partnerhub.fhir.message.Target;
import org.partnerhub.fhir.message.incoming.Format;
import org.partnerhub.fhir.message.incoming.IncomingMessages;
import org.partnerhub.fhir.message.incoming.MessageBodies;
import org.partnerhub.fhir.validation.incoming.Validation;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

/** From a body to a message that may be accepted, as fhir-adapter does it, beside HAPI's parser alone on the same body. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MessageBesideHapi {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final FhirContext fhir;
    private final MessageBodies bodies;
    private final Validation validation;
    private final byte[] body;

    /** The parts of the service that are measured, put together as it does. */
    @ConfigurationPropertiesScan("org.partnerhub.fhir.validation")
    @Import({MessageBodies.class, Validation.class})
    static class Door {

        @Bean
        FhirContext fhirContext() {
            return FhirContext.forR4();
        }
    }

    public MessageBesideHapi() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
        context.getEnvironment()
                .getPropertySources()
                .addLast(new MapPropertySource("door", Map.of("hub.fhir.max-depth", 64)));
        context.register(Door.class);
        context.refresh();
        fhir = context.getBean(FhirContext.class);
        bodies = context.getBean(MessageBodies.class);
        validation = context.getBean(Validation.class);
        try (InputStream example =
                MessageBesideHapi.class.getResourceAsStream("/fhir/examples/referral-message.json")) {
            body = Objects.requireNonNull(example).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @TearDown
    public void close() {
        context.close();
    }

    @Benchmark
    public IBaseResource hapi() {
        return fhir.newJsonParser().parseResource(new String(body, StandardCharsets.UTF_8));
    }

    /** Limits, parsing and understanding. */
    @Benchmark
    public IncomingMessage understood() {
        return IncomingMessages.read(bodies.read(body, Format.JSON), Target.HUB);
    }

    /** All that and validation by base R4. */
    @Benchmark
    public List<Remark> validated() {
        Bundle bundle = bodies.read(body, Format.JSON);
        IncomingMessages.read(bundle, Target.HUB);
        return validation.checked(bundle);
    }
}
