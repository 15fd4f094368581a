package org.partnerhub.referral;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.contracts.event.HubEvent.DisclosureRequested;
import org.partnerhub.contracts.event.HubEvent.RecordsDeleted;
import org.partnerhub.referral.RunningService.Reply;
import org.partnerhub.referral.retention.store.Deleting;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.testkit.contract.PublishedAnswers;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

class RetentionIT {

    private static final String SCHOOL = "fenland-academy";
    private static final String LOOKS = "/internal/log/officer-looks";

    private final RunningService service = RunningService.shared();

    @BeforeEach
    void everySiblingAnswers() {
        service.siblings().everythingAnswers();
        service.siblings().server().stubFor(post(LOOKS).willReturn(aResponse().withStatus(201)));
    }

    @ParameterizedTest(name = "{0}, born {1}, ended {2}: until {3}")
    @CsvSource({
        // children's: the 25th birthday, or the 26th where 17 at the end
        "childrens,     2001-03-14, 2012-06-01, 2026-03-14",
        "childrens,     2001-03-14, 2018-03-13, 2026-03-14",
        "childrens,     2001-03-14, 2018-03-14, 2027-03-14",
        "childrens,     2001-03-14, 2019-03-13, 2027-03-14",
        "childrens,     2000-02-29, 2012-06-01, 2025-02-28",
        // whoever was an adult at the end: eight years, and not less than a child's
        "childrens,     2001-03-14, 2019-03-14, 2027-03-14",
        "childrens,     2001-03-14, 2024-06-01, 2032-06-01",
        "childrens,     1960-05-05, 2012-06-01, 2020-06-01",
        // no birth date: as long as it could possibly be
        "childrens,               , 2012-06-01, 2037-06-01",
        // mental health: twenty years, or as a child's where that is later
        "mental-health, 2001-03-14, 2012-06-01, 2032-06-01",
        "mental-health, 2010-03-14, 2011-06-01, 2035-03-14",
        "mental-health,           , 2012-06-01, 2037-06-01"
    })
    void aRecordIsKeptUntil(String keeping, @Nullable LocalDate born, LocalDate ended, LocalDate until) {
        assertThat(service.database()
                        .sql("select retention_ends(:keeping, cast(:born as date), :ended)")
                        .param("keeping", keeping)
                        .param("born", born)
                        .param("ended", ended)
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(until);
    }

    @Test
    void whatIsPastItsTimeIsDeletedAndTheLogIsTold() {
        String person = grownUp();

        delete();

        assertThat(parts(person)).isZero();
        assertThat(files(person)).isZero();
        assertThat(service.database()
                        .sql(
                                "select count(*) from attachment_content where position(convert_to(?, 'UTF8') in bytes) > 0")
                        .param(person)
                        .query(Integer.class)
                        .single())
                .isZero();
        RecordsDeleted told =
                service.events().expect(1, RecordsDeleted.class, person).getFirst();
        assertThat(told.attachments()).isEqualTo(1);
        assertThat(told.contributions()).isGreaterThan(3);
    }

    @Test
    void whatIsNotPastItsTimeStays() {
        String child = person();
        long before = parts(child);

        delete();

        assertThat(before).isPositive();
        assertThat(parts(child)).isEqualTo(before);
    }

    @Test
    void whatSomebodyAddedLatelyKeepsTheWholeRecord() {
        String person = grownUp();
        service.databaseAsOwner()
                .sql(
                        "update contribution set contributed_at = now() where person_id = ?::uuid and part = 'childs-words'")
                .param(person)
                .update();

        delete();

        assertThat(parts(person)).isPositive();
    }

    @Test
    void whatIsAboutMentalHealthIsKeptLongerThanTheRest() {
        String person = grownUp();
        service.databaseAsOwner()
                .sql(
                        "update contribution set keeping = 'mental-health' where person_id = ?::uuid and part = 'childs-words'")
                .param(person)
                .update();

        delete();

        assertThat(parts(person)).isEqualTo(1);
    }

    @Test
    void aHeldRecordIsDeletedOnlyOnceTheHoldIsEnded() {
        String person = grownUp();
        Reply held = officer("/people/" + person + "/legal-holds", "{\"reason\": \"Inquiry\"}");
        assertThat(held.status()).isEqualTo(201);
        PublishedAnswers.assertFits("legalHold", held.text());

        delete();
        assertThat(parts(person)).isPositive();

        String ending = "/legal-holds/" + held.json().path("id").asString() + "/ending";
        assertThat(officer(ending, "{\"reason\": \"Inquiry closed\"}").status()).isEqualTo(204);
        assertThat(officer(ending, "{\"reason\": \"Again\"}").status()).isEqualTo(409);
        delete();
        assertThat(parts(person)).isZero();
    }

    @Test
    void anOfficerSeesWhatWasCorrectedAndWhoSaidItAfterTheLogHasNotedTheLook() {
        String person = person();
        String wrong = contribute(person, "{\"story\": {\"strengths\": [\"Wrong words.\"]}}")
                .json()
                .at("/contributions/0/id")
                .asString();
        contribute(person, "{\"story\": {\"strengths\": [\"Right words.\"]}, \"corrects\": \"" + wrong + "\"}");

        Reply seen = officer("/people/" + person + "/story/look", "{\"reason\": \"Audit sample\"}");

        assertThat(seen.status()).isEqualTo(200);
        PublishedAnswers.assertFits("wholeRecord", seen.text());
        JsonNode part = seen.json()
                .path("parts")
                .valueStream()
                .filter(it -> it.path("id").asString().equals(wrong))
                .findFirst()
                .orElseThrow();
        assertThat(part.path("superseded").asBoolean()).isTrue();
        assertThat(part.path("by").asString()).isEqualTo(SCHOOL);
        assertThat(seen.text()).contains("Wrong words.", "Right words.");
        assertThat(seen.json().path("descriptions"))
                .isNotEmpty()
                .allSatisfy(
                        it -> assertThat(it.at("/demographics/name").isObject()).isTrue());
        assertThat(seen.json().at("/referrals/0/recipients")).isNotEmpty();
        JsonNode look = looks().getLast();
        assertThat(look.path("kindOfLook").asString()).isEqualTo("story");
        assertThat(look.path("officer").asString()).isEqualTo("an-officer");
        assertThat(look.path("reason").asString()).isEqualTo("Audit sample");
        assertThat(look.path("person").asString()).isEqualTo(person);
    }

    @Test
    void nothingIsShownOrHeldThatTheLogCannotNote() {
        String person = person();
        service.siblings().server().stubFor(post(LOOKS).willReturn(serverError()));

        for (String path : List.of("/story/look", "/legal-holds")) {
            Reply later = officer("/people/" + person + path, "{\"reason\": \"Audit\"}");
            assertThat(later.status()).isEqualTo(503);
            assertThat(later.text()).doesNotContain("Not all at once");
        }
        assertThat(service.database()
                        .sql("select count(*) from legal_hold where person_id = ?::uuid")
                        .param(person)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whoeverIsNobodyIsLookedForInVainAndThatIsNotedToo() {
        assertThat(officer("/people/" + UUID.randomUUID() + "/story/look", "{\"reason\": \"Audit\"}")
                        .status())
                .isEqualTo(404);
        assertThat(looks()).hasSize(1);
        assertThat(officer("/people/" + UUID.randomUUID() + "/legal-holds", "{\"reason\": \"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(officer("/legal-holds/" + UUID.randomUUID() + "/ending", "{\"reason\": \"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/people/%s/story/look", "/people/%s/legal-holds", "/legal-holds/%s/ending"})
    void aReasonAndTheScopeAreNeededAndNoPartnerHasIt(String path) {
        String at = path.formatted(person());

        assertThat(officer(at, "{}").status()).isEqualTo(400);
        assertThat(service.post(SCHOOL, at, "{\"reason\": \"x\"}").status()).isEqualTo(403);
        assertThat(looks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from contribution",
                "update contribution set content = '{}'",
                "truncate contribution",
                "delete from attachment",
                "update attachment set name = 'x'",
                "delete from attachment_content",
                "update attachment_content set bytes = null",
                "delete from legal_hold",
                "update legal_hold set reason = 'x'"
            })
    void theServiceItselfMayNeitherDeleteNorChangeWhatWasTold(String statement) {
        assertThatThrownBy(() -> service.database().sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private void delete() {
        service.bean(Deleting.class).deleteWhatIsPastItsTime();
    }

    private long parts(String person) {
        return count("contribution", person);
    }

    private long files(String person) {
        return count("attachment", person);
    }

    private long count(String table, String person) {
        return service.database()
                .sql("select count(*) from " + table + " where person_id = ?::uuid")
                .param(person)
                .query(Long.class)
                .single();
    }

    /** A story with a file of a child who was nine when it ended and is twenty-six now: made old by the database's owner. */
    private String grownUp() {
        String person = person();
        Reply file =
                service.call(service.request("/people/" + person + "/attachments?category=plan", service.token(SCHOOL))
                        .setHeader("Content-Type", "application/pdf")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .header("Content-Disposition", "attachment; filename=plan.pdf")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(Files.pdf(person))));
        assertThat(file.status()).isEqualTo(201);
        for (String statement : List.of(
                "update person set birth_date = current_date - interval '26 years', known_since = now() - interval '17 years' where id = ?::uuid",
                "update contribution set contributed_at = now() - interval '17 years', keeping = 'childrens' where person_id = ?::uuid",
                "update attachment set added_at = now() - interval '17 years', keeping = 'childrens' where person_id = ?::uuid",
                "update referral set received_at = now() - interval '17 years' where person_id = ?::uuid",
                "update referral_recipient set changed_at = now() - interval '17 years' where referral_id in"
                        + " (select id from referral where person_id = ?::uuid)")) {
            service.databaseAsOwner().sql(statement).param(person).update();
        }
        return person;
    }

    private String person() {
        String body = Bodies.referral(Bodies.nhsNumber()).toString();
        Reply sent = service.send(SCHOOL, body);
        service.events()
                .expect(
                        2,
                        DisclosureRequested.class,
                        "referral/" + sent.json().path("id").asString());
        return sent.json().path("person").asString();
    }

    private Reply contribute(String person, String body) {
        Reply added = service.call(service.request("/people/" + person + "/contributions", service.token(SCHOOL))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(added.status()).isEqualTo(201);
        return added;
    }

    private Reply officer(String path, String body) {
        String token = TestIssuer.shared()
                .officer("an-officer", "governance-officer", "records.review")
                .signed();
        return service.call(service.request(path, token).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** What the disclosure log was asked to note since the test began. */
    private List<JsonNode> looks() {
        return service.siblings().server().getAllServeEvents().reversed().stream()
                .filter(it -> it.getRequest().getUrl().equals(LOOKS))
                .map(it -> Bodies.object(new String(it.getRequest().getBody(), StandardCharsets.UTF_8)))
                .map(JsonNode.class::cast)
                .toList();
    }
}
