package org.partnerhub.quickstart.stays;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnerhub.testkit.TestBroker;
import org.partnerhub.testkit.TestCertificates;
import org.partnerhub.testkit.TestCertificates.Party;
import org.partnerhub.testkit.TestDatabase;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.transparency.SigningKey;

/** A hospital sends by HAPI's client over TLS while the services are killed: what was acknowledged is there, once. */
@Tag("proof-mllp")
class MllpKillsE2E {

    private static final boolean FULL = "full".equals(System.getProperty("hub.proof"));
    private static final int MESSAGES = FULL ? 1_000 : 40;
    private static final int KILLS = FULL ? 10 : 1;

    @TempDir
    Path folder;

    private final TestDatabase notification = TestDatabase.fresh("notification");
    private final TestDatabase fhir = TestDatabase.fresh("fhir");
    private final WireMockServer people =
            new WireMockServer(options().dynamicPort().templatingEnabled(true));
    private int mllp;
    private int notificationPort;

    @Test
    void everyAcknowledgedMessageIsThereOnce() throws Exception {
        people.start();
        people.stubFor(post(urlEqualTo("/internal/people/resolve"))
                .willReturn(okJson("{\"person\":\"{{randomValue type='UUID'}}\",\"birthDate\":\"2011-09-05\","
                                + "\"protectedWhereabouts\":false}")
                        .withTransformers("response-template")));
        mllp = freePort();
        var certificates = new TestCertificates(folder);
        Party hub = certificates.party("hub.example");
        Party hospital = certificates.party("pas.example");
        Path notificationArguments = arguments("notification", notificationSettings(freePort()));
        Path fhirArguments = arguments("fhir", fhirSettings(hub, hospital, certificates.trusting("hub", hospital)));

        AtomicInteger sent = new AtomicInteger();
        List<String> acknowledged = new ArrayList<>();
        int repeats;
        try (var hands = Executors.newVirtualThreadPerTaskExecutor();
                HospitalSystem system = new HospitalSystem(TestCertificates.client(hospital, hub), mllp)) {
            StayServices first = StayServices.start(notificationArguments, fhirArguments);
            Future<StayServices> killer = hands.submit(() -> kill(first, sent, notificationArguments, fhirArguments));
            for (int i = 0; i < MESSAGES; i++) {
                if ("AA".equals(system.send(admission(i)))) {
                    acknowledged.add("C-" + i);
                }
                sent.incrementAndGet();
            }
            killer.get().kill();
            repeats = system.repeats();
        } finally {
            people.stop();
        }

        assertThat(acknowledged).hasSize(MESSAGES);
        Map<String, Integer> stored = stored();
        assertThat(stored.keySet()).containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(stored.values()).allMatch(it -> it == 1);
        System.out.println("proof mllp: " + MESSAGES + " messages over TLS by HAPI's client, services killed " + KILLS
                + " times, " + repeats + " attempts without an answer; all " + stored.size()
                + " acknowledged messages are there once");
    }

    /** Kills while messages are under way, and starts the services again on what they left. */
    private static StayServices kill(StayServices first, AtomicInteger sent, Path notification, Path fhir)
            throws InterruptedException, IOException {
        StayServices running = first;
        for (int kill = 1; kill <= KILLS; kill++) {
            int after = kill * MESSAGES / (KILLS + 1);
            await().pollInterval(Duration.ofMillis(1))
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> sent.get() >= after);
            running.kill();
            running = StayServices.start(notification, fhir);
        }
        return running;
    }

    private Map<String, Integer> stored() throws SQLException {
        Map<String, Integer> stored = new HashMap<>();
        try (Connection connection = notification.connectAsOwner();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select split_part(idempotency_key, ':', 2) from admission_message where channel = 'hl7v2'")) {
            while (rows.next()) {
                stored.merge(rows.getString(1), 1, Integer::sum);
            }
        }
        return stored;
    }

    private Map<String, String> notificationSettings(int port) throws IOException {
        notificationPort = port;
        Map<String, String> settings = new HashMap<>();
        settings.putAll(notification.settings());
        settings.putAll(TestBroker.fresh().settings());
        settings.putAll(TestIssuer.shared().settings());
        settings.put("server.port", String.valueOf(port));
        settings.put("management.server.port", "0");
        settings.put("hub.services.referral", people.baseUrl());
        settings.put("hub.services.consent", people.baseUrl());
        settings.put(
                "hub.webhook-signing.key-file",
                Files.writeString(
                                folder.resolve("webhook.pem"),
                                SigningKey.fresh().pem())
                        .toString());
        return settings;
    }

    private Map<String, String> fhirSettings(Party hub, Party hospital, Path trust) {
        Map<String, String> settings = new HashMap<>();
        settings.putAll(fhir.settings());
        settings.putAll(TestIssuer.shared().settings());
        settings.put("server.port", "0");
        settings.put("management.server.port", "0");
        settings.put("hub.services.consent", people.baseUrl());
        settings.put("hub.services.referral", people.baseUrl());
        settings.put("hub.services.notification", "http://localhost:" + notificationPort);
        settings.put("hub.mllp.host", "127.0.0.1");
        settings.put("hub.mllp.port", String.valueOf(mllp));
        settings.put("hub.mllp.clients[0].partner", "cambridge-university-hospitals");
        settings.put("hub.mllp.clients[0].subject", hospital.subject());
        store(settings, "keystore", hub.store(), hub.password());
        store(settings, "truststore", trust, hub.password());
        return settings;
    }

    private static void store(Map<String, String> settings, String name, Path file, String password) {
        settings.put(
                "spring.ssl.bundle.jks.mllp." + name + ".location", file.toUri().toString());
        settings.put("spring.ssl.bundle.jks.mllp." + name + ".password", password);
        settings.put("spring.ssl.bundle.jks.mllp." + name + ".type", "PKCS12");
    }

    private Path arguments(String name, Map<String, String> settings) throws IOException {
        return Files.write(
                folder.resolve(name + ".arguments"),
                settings.entrySet().stream()
                        .map(it -> "--" + it.getKey() + "=" + it.getValue())
                        .toList());
    }

    private static String admission(int number) {
        return String.join(
                        "\r",
                        "MSH|^~\\&|PAS|RGT|HUB|HUB|20261120101500||ADT^A01|C-" + number + "|P|2.4",
                        "EVN|A01|20261120101400",
                        "PID|1||H" + number
                                + "^^^RGT^MR||MARLOW^IDRIS||20110905|M|||1 Invented Way^^^^PE13 1AA^^^^E10000003",
                        "PV1|1|I|WARD||||||||||||||||V-" + number + "|||||||||||||||||||||||||202611160900")
                + "\r";
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
