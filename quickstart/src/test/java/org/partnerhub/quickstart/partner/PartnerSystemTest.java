package org.partnerhub.quickstart.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class PartnerSystemTest {

    private static final String BODY = example("disclosure-feedback");
    private static final String DELIVERY =
            JsonMapper.shared().readTree(BODY).path("delivery").asString();

    private final HubSide hub = new HubSide("first");
    private final SchoolSystem school = new SchoolSystem(Listening.here(0), hub.keys(), HubSide.CLIENT);

    @AfterEach
    void stop() {
        school.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"disclosure", "disclosure-feedback", "disclosure-notice", "disclosure-withdrawal"})
    void aMessageOfTheHubIsTakenAndAnsweredWithACaseReference(String example) {
        String body = example(example);
        var answer = hub.post(
                school.address(),
                JsonMapper.shared().readTree(body).path("delivery").asString(),
                body);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("DSL-1");
        assertThat(school.received())
                .singleElement()
                .isEqualTo(JsonMapper.shared().readTree(body));
        assertThat(school.complaints()).isEmpty();
    }

    @Test
    void theSameDeliveryAgainIsTheSameCase() {
        hub.post(school.address(), DELIVERY, BODY);
        var again = hub.post(school.address(), DELIVERY, BODY);
        assertThat(again.body()).contains("DSL-1");
        assertThat(school.received()).hasSize(1);
        assertThat(school.calls()).isEqualTo(2);
    }

    @Test
    void anUnsignedMessageIsNotTaken() {
        var answer = HubSide.send(HttpRequest.newBuilder(school.address())
                .POST(BodyPublishers.ofString(BODY))
                .build());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertRefused();
    }

    @Test
    void aMessageSignedByAnotherIsNotTaken() {
        assertThat(new HubSide("first").post(school.address(), DELIVERY, BODY).statusCode())
                .isEqualTo(400);
        assertThat(new HubSide("unknown").post(school.address(), DELIVERY, BODY).statusCode())
                .isEqualTo(400);
        assertRefused();
    }

    @Test
    void aBodyChangedOnItsWayIsNotTaken() {
        String changed = BODY.replace("accepted", "rejected");
        assertThat(hub.post(school.address(), DELIVERY, BODY, changed).statusCode())
                .isEqualTo(400);
        assertRefused();
    }

    @Test
    void aMessageForAnotherReceiverIsNotTaken() {
        hub.signedAuthority = "elsewhere.example";
        assertThat(hub.post(school.address(), DELIVERY, BODY).statusCode()).isEqualTo(400);
        assertRefused();
    }

    @Test
    void anOldMessageIsNotTaken() {
        hub.created = Instant.now().minus(Duration.ofHours(1));
        assertThat(hub.post(school.address(), DELIVERY, BODY).statusCode()).isEqualTo(400);
        assertRefused();
    }

    @Test
    void aMessageThatBreaksTheContractIsNotTakenAndNotRepeated() {
        String wrong = BODY.replace("\"at\"", "\"favouriteColour\"");
        var answer = hub.post(school.address(), DELIVERY, wrong);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(school.complaints()).singleElement().asString().startsWith("/content/referral/favouriteColour");
        assertThat(school.received()).isEmpty();
    }

    @Test
    void toldToFailItFailsThatOftenAndKeepsNothing() {
        school.conduct().failNext(2, 503);
        assertThat(hub.post(school.address(), DELIVERY, BODY).statusCode()).isEqualTo(503);
        assertThat(hub.post(school.address(), DELIVERY, BODY).statusCode()).isEqualTo(503);
        assertThat(school.received()).isEmpty();
        assertThat(hub.post(school.address(), DELIVERY, BODY).statusCode()).isEqualTo(200);
        assertThat(school.received()).hasSize(1);
    }

    @Test
    void toldToBeSlowItAnswersLate() {
        school.conduct().slow(Duration.ofMillis(400));
        Instant start = Instant.now();
        assertThat(hub.post(school.address(), DELIVERY, BODY).statusCode()).isEqualTo(200);
        assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofMillis(380));
    }

    private void assertRefused() {
        assertThat(school.received()).isEmpty();
        assertThat(school.complaints()).isNotEmpty();
    }

    private static String example(String name) {
        try (InputStream file =
                Objects.requireNonNull(PartnerSystemTest.class.getResourceAsStream("/examples/" + name + ".json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
