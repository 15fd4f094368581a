package org.partnerhub.quickstart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.partnerhub.embedded.EmbeddedBroker;
import org.partnerhub.embedded.EmbeddedParts;
import org.partnerhub.embedded.EmbeddedPostgreSql;
import org.partnerhub.embedded.PartsFolder;

/** The settings that each service is started with; the strongest source there is, so that nothing outside leaks in. */
public final class ServiceArguments {

    private final PartsFolder folder;
    private final HubAddresses addresses;
    private final EmbeddedParts parts;
    private final Map<String, String> extra;

    public ServiceArguments(
            PartsFolder folder, HubAddresses addresses, EmbeddedParts parts, Map<String, String> extra) {
        this.folder = folder;
        this.addresses = addresses;
        this.parts = parts;
        this.extra = extra;
    }

    public String[] of(ServiceName service) {
        List<String> arguments = new ArrayList<>();
        listening(service, arguments);
        identity(service, arguments);
        logging(arguments);
        if (service.hasDatabase()) {
            database(service, arguments);
            broker(arguments);
        }
        signingKeys(service, arguments);
        extra.forEach((name, value) -> add(arguments, name, value));
        return arguments.toArray(String[]::new);
    }

    private void listening(ServiceName service, List<String> arguments) {
        add(arguments, "server.address", "127.0.0.1");
        add(arguments, "server.port", addresses.port(service));
        add(arguments, "management.server.address", "127.0.0.1");
        add(arguments, "management.server.port", addresses.managementPort(service));
        for (ServiceName sibling : ServiceName.values()) {
            add(arguments, "hub.services." + sibling.shortName(), addresses.service(sibling));
        }
    }

    private void identity(ServiceName service, List<String> arguments) {
        add(arguments, "hub.issuer", addresses.issuer());
        add(arguments, "hub.public-url", addresses.gateway());
        add(arguments, "hub.service-client.secret", DemoSecrets.ofService(folder, service.id()));
        add(arguments, "hub.outgoing.allow-private-addresses", "true");
        add(arguments, "hub.demo", "true");
    }

    private void logging(List<String> arguments) {
        Path file = folder.part("logs").resolve("hub.log");
        add(arguments, "logging.file.name", file);
        add(arguments, "logging.structured.format.file", "logstash");
        add(arguments, "logging.threshold.console", "off");
    }

    private void database(ServiceName service, List<String> arguments) {
        EmbeddedPostgreSql server = parts.postgreSql();
        String name = service.shortName();
        add(arguments, "hub.database.url", server.jdbcUrl(name));
        add(arguments, "hub.database.password", server.password(name + "_service"));
        add(arguments, "hub.database.owner.password", server.password(name + "_owner"));
    }

    private void broker(List<String> arguments) {
        EmbeddedBroker broker = parts.broker();
        add(arguments, "spring.rabbitmq.host", "localhost");
        add(arguments, "spring.rabbitmq.port", broker.port());
        add(arguments, "spring.rabbitmq.username", EmbeddedBroker.USER);
        add(arguments, "spring.rabbitmq.password", broker.password());
        add(arguments, "spring.rabbitmq.virtual-host", EmbeddedBroker.VIRTUAL_HOST);
        add(arguments, "hub.broker.quorum-queues", "false");
    }

    /** A service is given the keys and the secrets that are its own and no other. */
    private void signingKeys(ServiceName service, List<String> arguments) {
        SigningKeys keys = SigningKeys.in(folder.part("keys"));
        if (service == ServiceName.CONSENT_SERVICE) {
            add(arguments, "hub.permit.key-file", keys.permit());
            add(arguments, "hub.log.key-file", keys.log());
        }
        if (service == ServiceName.NOTIFICATION_SERVICE) {
            add(arguments, "hub.webhook-signing.key-file", keys.webhook());
            add(arguments, "hub.registrar.secret", DemoSecrets.ofService(folder, DemoSecrets.REGISTRAR));
        }
    }

    private static void add(List<String> arguments, String name, Object value) {
        arguments.add("--" + name + "=" + value);
    }
}
