package org.partnerhub.referral;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.event.HubEvent.DisclosureRequested;
import org.partnerhub.referral.RunningService.Reply;
import org.partnerhub.referral.retention.store.Deleting;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.testkit.contract.PublishedAnswers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the hub has no form for is kept beside the referral and told to nobody but officers. */
class UnplacedIT {

    private static final String SCHOOL = "fenland-academy";
    private static final String DIAGNOSIS = "An invented diagnosis, 1.10 mmol";

    private final RunningService service = RunningService.shared();

    @BeforeEach
    void everySiblingAnswers() {
        service.siblings().everythingAnswers();
        service.siblings()
                .server()
                .stubFor(post("/internal/log/officer-looks")
                        .willReturn(aResponse().withStatus(201)));
    }

    @Test
    void itIsKeptAsItCameAndAnOfficerReadsIt() {
        Reply sent = sent();
        String id = sent.json().path("id").asString();

        assertThat(service.post(
                                SCHOOL,
                                UUID.randomUUID().toString(),
                                "/referrals/" + id + "/updates",
                                with(Bodies.object("{\"message\": \"More.\"}"), "An invented measurement")
                                        .toString())
                        .status())
                .isEqualTo(200);
        Reply record = look(sent);

        PublishedAnswers.assertFits("wholeRecord", record.text());
        JsonNode kept = record.json().at("/referrals/0/unplaced");
        assertThat(kept.valueStream().map(it -> it.path("text").asString()))
                .containsExactly(DIAGNOSIS, "An invented measurement");
        assertThat(kept.at("/0/by").asString()).isEqualTo(SCHOOL);
        assertThat(kept.at("/0/form").asString()).isEqualTo("application/fhir+json");
    }

    @Test
    void nobodyIsToldOfIt() {
        Reply sent = sent();

        String person = sent.json().path("person").asString();
        for (String path : List.of(
                "/people/" + person + "/story?purpose=mental-health-specialist",
                "/referrals/" + sent.json().path("id").asString())) {
            assertThat(service.get("cpft", path).text()).doesNotContain(DIAGNOSIS);
        }
        assertThat(service.events().bodies()).noneMatch(body -> body.contains(DIAGNOSIS));
    }

    @Test
    void anUpdateWithNothingElseIsKeptAndNobodyIsToldThatThereIsNews() {
        Reply sent = sent();
        String id = sent.json().path("id").asString();

        Reply updated = service.post(
                SCHOOL,
                UUID.randomUUID().toString(),
                "/referrals/" + id + "/updates",
                with(Bodies.object("{}"), "An invented measurement").toString());

        assertThat(updated.status()).as(updated.text()).isEqualTo(200);
        assertThat(look(sent).json().at("/referrals/0/unplaced").size()).isEqualTo(2);
        assertThat(service.events().seen(DisclosureRequested.class, "feedback/" + id))
                .isEmpty();
    }

    @Test
    void theServicesRoleCannotChangeOrDeleteIt() {
        sent();

        for (String statement : List.of("update unplaced set content = ''", "delete from unplaced")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> service.database().sql(statement).update())
                    .hasMessageContaining("unplaced");
        }
    }

    @Test
    void itGoesWhenItsTimeIsOver() {
        String person = sent().json().path("person").asString();
        for (String statement : List.of(
                "update person set birth_date = current_date - interval '26 years', known_since = now() - interval '17 years' where id = ?::uuid",
                "update contribution set contributed_at = now() - interval '17 years' where person_id = ?::uuid",
                "update referral set received_at = now() - interval '17 years' where person_id = ?::uuid",
                "update referral_recipient set changed_at = now() - interval '17 years' where referral_id in"
                        + " (select id from referral where person_id = ?::uuid)")) {
            service.databaseAsOwner().sql(statement).param(person).update();
        }
        assertThat(kept(person)).isEqualTo(1);

        service.bean(Deleting.class).deleteWhatIsPastItsTime();

        assertThat(kept(person)).isZero();
    }

    private Reply sent() {
        Reply sent = service.send(
                SCHOOL, with(Bodies.referral(Bodies.nhsNumber()), DIAGNOSIS).toString());
        assertThat(sent.status()).as(sent.text()).isEqualTo(201);
        service.events()
                .expect(
                        2,
                        DisclosureRequested.class,
                        "referral/" + sent.json().path("id").asString());
        return sent;
    }

    private static ObjectNode with(ObjectNode body, String text) {
        ObjectNode unplaced =
                Bodies.object("{\"form\": \"application/fhir+json\"}").put("text", text);
        body.set("unplaced", unplaced);
        return body;
    }

    private Reply look(Reply sent) {
        String token = TestIssuer.shared()
                .officer("an-officer", "governance-officer", "records.review")
                .signed();
        Reply seen = service.call(
                service.request("/people/" + sent.json().path("person").asString() + "/story/look", token)
                        .POST(HttpRequest.BodyPublishers.ofString("{\"reason\": \"Audit sample\"}")));
        assertThat(seen.status()).as(seen.text()).isEqualTo(200);
        return seen;
    }

    private int kept(String person) {
        return service.database()
                .sql(
                        "select count(*) from unplaced join referral on referral.id = referral_id where person_id = ?::uuid")
                .param(person)
                .query(Integer.class)
                .single();
    }
}
