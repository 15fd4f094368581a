package org.partnerhub.support;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.JsonBodies;
import org.partnerhub.testkit.TestIssuer;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** A service with paths of consent-service and no rules of its own, for trying what every service stands on. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ServiceSupport.class, SupportedService.Paths.class})
public class SupportedService {

    @RestController
    static class Paths {

        @GetMapping("/consents/{id}")
        Caller whoAmI(@PathVariable String id, Caller caller) {
            return switch (id) {
                case "database-down" -> throw new DataAccessResourceFailureException("secret of the database");
                case "database-lost" -> throw new TransactionSystemException("secret of the database");
                case "fault" -> throw new IllegalStateException("secret of the program");
                default -> caller;
            };
        }

        /** Begins to answer and fails. */
        @GetMapping("/log/checkpoint")
        void fail(HttpServletResponse response) throws IOException {
            response.getOutputStream().write(new byte[100_000]);
            response.flushBuffer();
            throw new IllegalStateException("secret of the program");
        }

        @PostMapping("/consents")
        int store(@RequestBody byte[] body, @RequestHeader("Idempotency-Key") String key) {
            return JsonBodies.read(body, "consent", JsonNode.class).size() + key.length();
        }

        @PostMapping("/internal/decisions")
        Caller internally(Caller caller) {
            return caller;
        }

        @PostMapping("/log/searches")
        Caller asOfficer(Caller caller) {
            return caller;
        }

        /** In no catalogue: a controller somebody forgot to describe. */
        @GetMapping("/forgotten")
        String forgotten() {
            return "never seen";
        }
    }

    /** Starts it on ports of its own; no database and no broker. */
    public static ConfigurableApplicationContext start(Map<String, String> settings) {
        return run(
                SupportedService.class,
                settings,
                "--spring.autoconfigure.exclude="
                        + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                        + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration,"
                        + "org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration",
                "--management.endpoint.health.group.readiness.include=readinessState");
    }

    /** Starts a configuration under the service's name. */
    public static ConfigurableApplicationContext run(
            Class<?> configuration, Map<String, String> settings, String... arguments) {
        var all = new java.util.ArrayList<>(java.util.List.of(arguments));
        TestIssuer.shared().settings().forEach((name, value) -> all.add("--" + name + "=" + value));
        settings.forEach((name, value) -> all.add("--" + name + "=" + value));
        return new SpringApplicationBuilder(configuration)
                .properties("spring.config.name=support-test")
                .run(all.toArray(String[]::new));
    }

    public static String url(ConfigurableApplicationContext service) {
        Environment settings = service.getEnvironment();
        return "http://localhost:" + settings.getRequiredProperty("local.server.port");
    }

    public static String managementUrl(ConfigurableApplicationContext service) {
        Environment settings = service.getEnvironment();
        return "http://localhost:" + settings.getRequiredProperty("local.management.port");
    }
}
