package org.partnerhub.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.consent.RunningService.Answer;
import org.partnerhub.contracts.identity.PersonId;
import tools.jackson.databind.JsonNode;

/** What days bring by themselves, on a clock that the test moves; two instances look. */
class ConsentDaysIT {

    private static final String HUB = "early-help-hub-cambridgeshire";
    private static final Duration SOON = Duration.ofSeconds(15);

    private final MovableClock clock = new MovableClock();
    private RunningService hub;
    private LocalDate today;

    @BeforeEach
    void start() {
        String[] settings = {
            "--hub.consent.look-every=50ms", "--hub.directory.good-for=36500d", "--hub.log.stop-consent-after=36500d"
        };
        hub = new RunningService(clock, settings);
        hub.startInstance(settings);
        today = clock.today();
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private PersonId child() {
        PersonId person = PersonId.fresh();
        hub.knows(person, today.minusYears(14).minusDays(40), false);
        return person;
    }

    private String record(PersonId child, String decision, LocalDate from, LocalDate until) {
        Map<String, Object> body = Bodies.consent(child);
        body.put("decision", decision);
        body.put("from", from);
        body.put("until", until);
        Answer answer = hub.send("/consents", body, RunningService.school());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private String outcome(PersonId child) {
        Answer answer = hub.send(
                "/internal/decisions",
                Bodies.decision(child, HUB, "early-help-support", "identity"),
                RunningService.service());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("outcome").asString() + " "
                + answer.json().path("missing").asString("");
    }

    private JsonNode read(String consent) {
        return hub.read("/consents/" + consent, RunningService.school()).json();
    }

    private List<String> history(String consent) {
        return read(consent)
                .path("history")
                .valueStream()
                .map(it -> it.path("what").asString())
                .toList();
    }

    private long entries(PersonId child, String kind) {
        return hub.send("/log/searches", Map.of("person", child, "reason", "test"), RunningService.officer())
                .json()
                .path("entries")
                .valueStream()
                .filter(it -> it.path("kind").asString().equals(kind))
                .count();
    }

    /** Until a consent of this day alone has been seen to expire on the next: whatever was due before it has been seen to as well. */
    private void letThemLook() {
        PersonId marker = child();
        String consent = record(marker, "given", clock.today(), clock.today());
        LocalDate next = clock.today().plusDays(1);
        clock.moveTo(next);
        await().atMost(SOON).until(() -> history(consent).contains("expired"));
    }

    @Test
    void consentExpiresByItselfOnTheDayWithOneEntryAndOneEvent() {
        PersonId child = child();
        String consent = record(child, "given", today, today.plusDays(10));

        clock.moveTo(today.plusDays(9));
        letThemLook();
        assertThat(outcome(child)).as("its last day counts").isEqualTo("PERMIT ");
        assertThat(read(consent).path("state").asString()).isEqualTo("given");
        assertThat(history(consent)).containsExactly("given");

        clock.moveTo(today.plusDays(11));
        assertThat(outcome(child)).as("decisions wait for no clock").isEqualTo("REFUSE CONSENT");
        assertThat(read(consent).path("state").asString()).isEqualTo("expired");
        await().atMost(SOON).until(() -> history(consent).contains("expired"));
        letThemLook();
        assertThat(history(consent)).containsExactly("given", "expired");
        assertThat(Published.about(hub, "consent.expired", consent)).hasSize(1);
        assertThat(entries(child, "consent-expired")).isEqualTo(1);
    }

    @Test
    void consentWithALaterStartLetsParkedDeliveriesGoOnTheDayItStarts() {
        PersonId child = child();
        String consent = record(child, "given", today.plusDays(5), today.plusDays(100));
        assertThat(outcome(child)).isEqualTo("REFUSE CONSENT");
        assertThat(read(consent).path("state").asString()).isEqualTo("not-begun");
        assertThat(Published.about(hub, "consent.given", consent))
                .as("nothing would come of it yet")
                .isEmpty();

        clock.moveTo(today.plusDays(5));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Published.about(hub, "consent.given", consent))
                        .hasSize(1));
        assertThat(outcome(child)).isEqualTo("PERMIT ");
        letThemLook();
        assertThat(history(consent)).containsExactly("given", "begun");
        assertThat(Published.about(hub, "consent.given", consent)).hasSize(1);
        assertThat(entries(child, "consent-begun")).isEqualTo(1);
    }

    @Test
    void refusalWithALaterStartTellsTheHoldersOnTheDayItStarts() {
        PersonId child = child();
        record(child, "given", today, today.plusDays(100));
        JsonNode decided = hub.send(
                        "/internal/decisions",
                        Bodies.decision(child, HUB, "early-help-support", "identity"),
                        RunningService.service())
                .json();
        hub.settle(child, decided.path("decision").asString(), HUB, "early-help-support");
        String refusal = record(child, "refused", today.plusDays(3), today.plusDays(100));
        assertThat(outcome(child)).isEqualTo("PERMIT ");
        assertThat(Published.about(hub, "consent.withdrawn", child)).isEmpty();

        clock.moveTo(today.plusDays(3));
        assertThat(outcome(child)).startsWith("REFUSE");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Published.about(hub, "consent.refused", refusal))
                        .hasSize(1));
        clock.moveTo(today.plusDays(4));
        await().atMost(Duration.ofSeconds(45))
                .untilAsserted(() -> assertThat(Published.about(hub, "consent.withdrawn", child))
                        .hasSize(1));
    }

    @Test
    void withdrawnConsentNeitherBeginsNorExpires() {
        PersonId child = child();
        String later = record(child, "given", today.plusDays(2), today.plusDays(3));
        hub.send("/consents/" + later + "/withdrawal", Bodies.withdrawal(), RunningService.school());
        clock.moveTo(today.plusDays(2));
        letThemLook();
        letThemLook();
        assertThat(history(later)).containsExactly("given", "withdrawn");
        assertThat(read(later).path("state").asString()).isEqualTo("withdrawn");
    }

    @Test
    void expiredConsentThatIsRenewedBeginsAgainAndExpiresAgain() {
        PersonId child = child();
        String consent = record(child, "given", today, today.plusDays(1));
        clock.moveTo(today.plusDays(30));
        await().atMost(SOON).until(() -> history(consent).contains("expired"));

        Map<String, Object> renewal = Map.of(
                "givenBy",
                Bodies.terms().get("givenBy"),
                "until",
                today.plusDays(60),
                "evidence",
                Map.of("kind", "form"),
                "obtainedOn",
                today.plusDays(30));
        Answer renewed = hub.send("/consents/" + consent + "/renewal", renewal, RunningService.school());
        assertThat(renewed.status()).as(renewed.text()).isEqualTo(200);
        assertThat(renewed.json().path("from").asString())
                .as("it had ended")
                .isEqualTo(today.plusDays(30).toString());
        assertThat(outcome(child)).isEqualTo("PERMIT ");

        clock.moveTo(today.plusDays(61));
        await().atMost(SOON).until(() -> history(consent).equals(List.of("given", "expired", "renewed", "expired")));
        assertThat(Published.about(hub, "consent.expired", consent)).hasSize(2);
    }

    @Test
    void refusalDoesNotRunOut() {
        PersonId child = child();
        String refusal = record(child, "refused", today, today.plusDays(1));
        clock.moveTo(today.plusDays(5));
        letThemLook();
        assertThat(history(refusal)).containsExactly("refused");
        assertThat(read(refusal).path("state").asString()).isEqualTo("refused");
        assertThat(outcome(child)).isEqualTo("REFUSE NOTHING");
    }
}
