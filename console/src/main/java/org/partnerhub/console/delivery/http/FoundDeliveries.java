package org.partnerhub.console.delivery.http;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.delivery.Deliveries;
import org.partnerhub.console.delivery.Delivery;
import org.partnerhub.console.delivery.PartnerStanding;
import org.partnerhub.console.delivery.PartnersStanding;
import org.partnerhub.console.delivery.RecipientStanding;
import org.partnerhub.console.delivery.Replayed;
import org.partnerhub.console.delivery.TestResult;
import tools.jackson.databind.JsonNode;

/** Reads notification-service's answers about deliveries and partners. */
final class FoundDeliveries {

    private static final Duration RENEWAL = Duration.ofDays(30);

    private FoundDeliveries() {}

    static Deliveries page(String state, String partner, JsonNode answer) {
        return new Deliveries(
                state,
                partner,
                answer.path("items").valueStream().map(FoundDeliveries::one).toList(),
                answer.path("next").asString(""));
    }

    private static Delivery one(JsonNode it) {
        return new Delivery(
                it.path("id").asString(),
                it.path("kind").asString(),
                it.path("recipient").asString(),
                it.path("purpose").asString(),
                it.path("state").asString(),
                it.path("paused").asBoolean(false),
                it.path("missing").asString(""),
                it.path("reason").asString(""),
                Instant.parse(it.path("made").asString()),
                instant(it, "dueBy"),
                instant(it, "nextAttempt"),
                it.path("attempted").asInt(0),
                it.path("attempts").valueStream().map(FoundDeliveries::attempt).toList());
    }

    private static Delivery.Attempt attempt(JsonNode it) {
        return new Delivery.Attempt(
                it.path("number").asInt(),
                Instant.parse(it.path("endedAt").asString()),
                it.path("outcome").asString(),
                it.path("missing").asString(""),
                it.path("reason").asString(""));
    }

    static List<TestResult> tested(JsonNode answer) {
        return answer.path("items")
                .valueStream()
                .map(it -> new TestResult(
                        it.path("recipient").asString(),
                        it.path("channel").asString(),
                        it.path("result").asString(),
                        it.path("reason").asString("")))
                .toList();
    }

    static Replayed replayed(JsonNode answer) {
        return new Replayed(
                answer.path("replayed").size(),
                answer.path("skipped").size(),
                answer.path("more").asBoolean(false));
    }

    static PartnersStanding partners(JsonNode answer) {
        return new PartnersStanding(
                answer.path("items").valueStream().map(FoundDeliveries::partner).toList());
    }

    private static PartnerStanding partner(JsonNode it) {
        return new PartnerStanding(
                it.path("partner").asString(),
                it.path("name").asString(),
                it.path("paused").asBoolean(false),
                instant(it, "pausedSince"),
                it.path("pausedBy").asString(""),
                it.path("pauseReason").asString(""),
                it.path("version").asInt(0),
                it.path("agreement").asString("unknown"),
                it.has("agreementUntil")
                        ? LocalDate.parse(it.path("agreementUntil").asString())
                        : null,
                it.path("recipients")
                        .valueStream()
                        .map(FoundDeliveries::recipient)
                        .toList());
    }

    private static RecipientStanding recipient(JsonNode it) {
        Instant certificate = instant(it, "certificateUntil");
        return new RecipientStanding(
                it.path("recipient").asString(),
                it.path("name").asString(),
                it.path("channel").asString(),
                instant(it, "lastSuccess"),
                instant(it, "lastFailure"),
                instant(it, "failingSince"),
                it.path("failure").asString(""),
                instant(it, "incident"),
                certificate,
                certificate != null && certificate.isBefore(Instant.now().plus(RENEWAL)),
                it.path("waiting").asInt(0),
                it.path("parked").asInt(0),
                it.path("givenUp").asInt(0),
                it.path("manual").asInt(0),
                it.path("inMailbox").asInt(0),
                it.path("incidents")
                        .valueStream()
                        .map(FoundDeliveries::incident)
                        .toList());
    }

    private static RecipientStanding.Incident incident(JsonNode it) {
        return new RecipientStanding.Incident(Instant.parse(it.path("opened").asString()), instant(it, "closed"));
    }

    private static @Nullable Instant instant(JsonNode it, String field) {
        String text = it.path(field).asString("");
        return text.isEmpty() ? null : Instant.parse(text);
    }
}
