package org.partnerhub.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.partnerhub.consent.RunningService.Answer;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.testkit.contract.PublishedAnswers;
import tools.jackson.databind.JsonNode;

/** Governance officers look through the register of consents. */
class RegisterIT {

    private static RunningService hub;

    @BeforeAll
    static void start() {
        hub = new RunningService();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }

    private static PersonId child() {
        PersonId person = PersonId.fresh();
        hub.knows(person, LocalDate.now(Clock.systemUTC()).minusYears(15).minusDays(40), false);
        return person;
    }

    private static String record(PersonId child, Map<String, Object> change, String token) {
        Map<String, Object> body = Bodies.consent(child);
        body.putAll(change);
        Answer answer = hub.send("/consents", body, token);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private static JsonNode search(Map<String, Object> filter) {
        Map<String, Object> body = new HashMap<>(filter);
        body.put("reason", "Monthly sample for audit");
        Answer answer = hub.send("/consents/searches", body, RunningService.officer());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        PublishedAnswers.assertFits("consentRegister", answer.text());
        return answer.json();
    }

    private static List<String> ids(Map<String, Object> filter) {
        return search(filter)
                .path("items")
                .valueStream()
                .map(it -> it.path("id").asString())
                .toList();
    }

    @Test
    void registerIsFilteredByWhateverAnOfficerSamplesBy() {
        PersonId child = child();
        String given = record(child, Map.of(), RunningService.school());
        String soon = record(child, Map.of("until", today().plusDays(20)), RunningService.school());
        String refused = record(child, Map.of("decision", "refused"), RunningService.partner("cpft"));
        String later = record(child, Map.of("from", today().plusDays(3)), RunningService.school());
        String withdrawn = record(
                child,
                Map.of("purposes", List.of("education-support"), "categories", List.of("identity")),
                RunningService.school());
        hub.send("/consents/" + withdrawn + "/withdrawal", Bodies.withdrawal(), RunningService.school());
        record(child(), Map.of(), RunningService.school());

        assertThat(ids(Map.of("person", child))).containsExactly(withdrawn, later, refused, soon, given);
        assertThat(ids(Map.of("person", child, "state", "given"))).containsExactly(soon, given);
        assertThat(ids(Map.of("person", child, "state", "refused"))).containsExactly(refused);
        assertThat(ids(Map.of("person", child, "state", "not-begun"))).containsExactly(later);
        assertThat(ids(Map.of("person", child, "state", "withdrawn"))).containsExactly(withdrawn);
        assertThat(ids(Map.of("person", child, "state", "expired"))).isEmpty();
        assertThat(ids(Map.of("person", child, "endsBy", today().plusDays(30)))).containsExactly(soon);
        assertThat(ids(Map.of("person", child, "recordedBy", "cpft"))).containsExactly(refused);
        assertThat(ids(Map.of("person", child, "purpose", "education-support"))).containsExactly(withdrawn);
        assertThat(ids(Map.of("consent", soon))).containsExactly(soon);
        assertThat(ids(Map.of("consent", UUID.randomUUID()))).isEmpty();
    }

    @Test
    void aPartnerListsWhatItRecordedItselfAndNothingElse() {
        PersonId child = child();
        String first = record(child, Map.of(), RunningService.school());
        String second = record(child, Map.of(), RunningService.school());
        record(child, Map.of("decision", "refused"), RunningService.partner("cpft"));

        Answer page = hub.read("/consents?limit=1&state=given&person=" + child, RunningService.school());
        PublishedAnswers.assertFits("consentRegister", page.text());
        Answer rest = hub.read(
                "/consents?limit=1&person=" + child + "&after="
                        + page.json().path("next").asString(),
                RunningService.school());

        assertThat(page.json().at("/items/0/id").asString()).isEqualTo(second);
        assertThat(rest.json().at("/items/0/id").asString()).isEqualTo(first);
        assertThat(rest.json().has("next")).isFalse();
        assertThat(hub.read("/consents?person=" + child, RunningService.partner("cambridgeshire-constabulary"))
                        .json()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void aListThatMakesNoSenseNamesTheParameter() {
        assertThat(hub.read("/consents?state=maybe", RunningService.school()).text())
                .contains("/state");
        assertThat(hub.read("/consents?limit=0", RunningService.school()).text())
                .contains("/limit");
        assertThat(hub.read("/consents?person=somebody", RunningService.school())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepeat() {
        PersonId child = child();
        for (int i = 0; i < 7; i++) {
            record(child, Map.of(), RunningService.school());
        }
        List<String> all = ids(Map.of("person", child));
        assertThat(all).hasSize(7);
        List<String> paged = new ArrayList<>();
        Map<String, Object> question = new HashMap<>(Map.of("person", child, "limit", 3));
        JsonNode page;
        do {
            page = search(question);
            page.path("items").forEach(it -> paged.add(it.path("id").asString()));
            question.put("after", page.path("next").asString(""));
        } while (page.has("next"));
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void itemsShowTheirHistoryAndNobodysName() {
        PersonId child = child();
        String consent = record(
                child,
                Map.of(
                        "givenBy",
                        Map.of("capacity", "parental-responsibility", "name", "Ada Marlow"),
                        "evidence",
                        Map.of("kind", "form", "reference", "drawer of Mrs Ellis")),
                RunningService.school());
        hub.send("/consents/" + consent + "/withdrawal", Bodies.withdrawal(), RunningService.school());
        JsonNode item = search(Map.of("consent", consent)).at("/items/0");
        assertThat(item.path("capacity").asString()).isEqualTo("parental-responsibility");
        assertThat(item.path("history").valueStream().map(it -> it.path("what").asString()))
                .containsExactly("given", "withdrawn");
        assertThat(item.toString()).doesNotContain("Marlow", "Ellis");
    }

    @Test
    void lookIsAnEntryWithItsReasonEvenWhereNothingIsFound() {
        PersonId nobody = PersonId.fresh();
        search(Map.of("person", nobody));
        JsonNode entries = hub.send(
                        "/log/searches", Map.of("person", nobody, "reason", "test"), RunningService.officer())
                .json()
                .path("entries");
        assertThat(entries.valueStream()
                        .filter(it -> it.at("/fields/kind-of-look").asString("").equals("consents"))
                        .map(it -> it.at("/fields/officer").asString() + ": "
                                + it.at("/fields/reason").asString()))
                .containsExactly("officer.adeyemi: Monthly sample for audit");
    }

    @Test
    void withoutAReasonOrForAPartnerThereIsNoLook() {
        assertThat(hub.send("/consents/searches", Map.of(), RunningService.officer())
                        .status())
                .isEqualTo(400);
        assertThat(hub.send("/consents/searches", Map.of("reason", "x"), RunningService.school())
                        .status())
                .isEqualTo(403);
        assertThat(hub.send("/consents/searches", Map.of("reason", "x", "after", "Mirabel"), RunningService.officer())
                        .status())
                .isEqualTo(400);
    }
}
