package org.partnerhub.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.context.TestPropertySource;

/**
 * Runs a suite on the PostgreSQL and RabbitMQ images of docker-compose.yml in place of the embedded parts; skipped, saying so, where
 * there is no Docker. {@code @OnContainers class EventsContainersIT extends EventsIT {}} is all that a suite needs, provided that it
 * asks for its parts in a {@code @BeforeAll} or a {@code @DynamicPropertySource}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ContainerParts.class)
@TestPropertySource(properties = "hub.test.parts=containers") // so that Spring's cache keeps the two apart
public @interface OnContainers {}
