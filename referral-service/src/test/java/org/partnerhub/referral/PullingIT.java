package org.partnerhub.referral;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.event.HubEvent.DisclosureRequested;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled;
import org.partnerhub.contracts.schema.Schemas;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.referral.RunningService.Reply;
import org.partnerhub.testkit.contract.PublishedAnswers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PullingIT {

    private static final String SCHOOL = "fenland-academy";

    private final RunningService service = RunningService.shared();

    @BeforeEach
    void everySiblingAnswers() {
        service.siblings().everythingAnswers();
    }

    @Test
    void aPartnerThatAsksGetsThePermittedPartAndWhatWasWithheld() throws Exception {
        String person = person();
        service.siblings().withhold(Category.POLICE);

        Reply told = service.get("cpft", "/people/" + person + "/story?purpose=mental-health-specialist");

        assertThat(told.status()).isEqualTo(200);
        JsonNode disclosure = told.json();
        assertThat(Schemas.bundled().violations("disclosure", disclosure)).isEmpty();
        assertThat(disclosure.path("kind").asString()).isEqualTo("story");
        assertThat(disclosure.path("content").propertyNames())
                .contains("voice", "education")
                .doesNotContain("police");
        assertThat(disclosure.at("/withheld/0/category").asString()).isEqualTo("police");
        assertThat(disclosure.at("/withheld/0/reasons/0").asString()).isNotBlank();
        DecisionRequest asked = service.siblings().asked().getFirst();
        assertThat(asked.recipient().value()).isEqualTo("cpft-camhs");
        assertThat(asked.audience()).isEqualTo(Set.of("referral-service"));
        assertThat(asked.requester()).isEqualTo("cpft");
        DisclosureSettled settled = service.events()
                .expect(1, DisclosureSettled.class, "story/" + person)
                .getFirst();
        assertThat(settled.outcome()).isEqualTo(DisclosureSettled.Outcome.DELIVERED);
        assertThat(settled.delivery().toString())
                .isEqualTo(disclosure.path("delivery").asString());
        assertThat(settled.contentHash()).isEqualTo(sha256(told.text()));
    }

    @Test
    void aRefusalIsTheSameWhetherOrNotThePersonIsKnown() {
        service.siblings().withhold(Category.values());

        Reply known = service.get("cpft", "/people/" + person() + "/story?purpose=mental-health-specialist");
        Reply unknown = service.get("cpft", "/people/" + UUID.randomUUID() + "/story?purpose=mental-health-specialist");

        assertThat(known.status()).isEqualTo(403);
        assertThat(unknown.status()).isEqualTo(403);
        assertThat(withoutCorrelation(unknown)).isEqualTo(withoutCorrelation(known));
        assertThat(known.json().path("missing").asString()).isEqualTo("consent");
        PublishedAnswers.assertFits("problem", known.text());
    }

    @Test
    void nothingIsToldWhereNobodyCanDecide() {
        String person = person();
        service.siblings().server().stubFor(post("/internal/decisions").willReturn(serverError()));

        Reply later = service.get("cpft", "/people/" + person + "/story?purpose=mental-health-specialist");

        assertThat(later.status()).isEqualTo(503);
        assertThat(later.response().headers().firstValue("Retry-After")).isPresent();
    }

    @ParameterizedTest(name = "{0} asks {1}: {2}")
    @CsvSource(textBlock = """
            cpft,                         purpose=feedback-to-referrer,                                 400
            cpft,                         purpose=domestic-abuse-notice-to-school,                      400
            cpft,                         purpose=Not%20A%20Code,                                       400
            cpft,                         recipient=cpft-camhs,                                         400
            cpft,                         purpose=early-help-support&recipient=mash-cambridgeshire,     400
            cambridgeshire-county-council, purpose=early-help-support,                                  200
            cambridgeshire-county-council, purpose=early-help-support&recipient=early-help-hub-cambridgeshire, 200
            """)
    void whoAsksSaysWhyAndForWhichOfItsOwnRecipients(String partner, String query, int status) {
        assertThat(service.get(partner, "/people/" + person() + "/story?" + query)
                        .status())
                .isEqualTo(status);
    }

    @Test
    void theSenderSeesHowItsReferralStandsAndThatIsADisclosure() {
        String id = referral();

        Reply status = service.get(SCHOOL, "/referrals/" + id);

        assertThat(status.status()).isEqualTo(200);
        PublishedAnswers.assertFits("referral", status.text());
        assertThat(status.json().path("recipients")).hasSize(2);
        assertThat(status.json().at("/recipients/0/whyHere").asString()).isNotBlank();
        assertThat(status.text()).doesNotContain("Marchbank", "Low mood", "Not all at once.");
        assertThat(service.events().expect(1, DisclosureSettled.class, "feedback/" + id))
                .extracting(DisclosureSettled::contentHash)
                .doesNotContainNull();
    }

    @Test
    void whereTheStateMayNotBeToldTheIdsAreAllThereIs() {
        String id = referral();
        service.siblings().withhold(Category.REFERRAL);

        Reply status = service.get(SCHOOL, "/referrals/" + id);

        assertThat(status.status()).isEqualTo(200);
        PublishedAnswers.assertFits("referral", status.text());
        assertThat(status.json().has("recipients")).isFalse();
        assertThat(status.json().has("state")).isFalse();
        assertThat(status.json().at("/withheld/0/reasons/0").asString()).isNotBlank();
    }

    @Test
    void aRecipientSeesItselfAndNobodyElse() {
        String id = referral();
        service.delivered(id, "cpft-camhs", "cpft");

        JsonNode status = service.get("cpft", "/referrals/" + id).json();

        assertThat(status.path("recipients")
                        .valueStream()
                        .map(it -> it.path("recipient").asString()))
                .containsExactly("cpft-camhs");
    }

    @ParameterizedTest
    @CsvSource({"cambridgeshire-constabulary", "peterborough-city-council"})
    void anotherPartnersReferralIsNotThere(String stranger) {
        String id = referral();

        Reply absent = service.get(stranger, "/referrals/" + id);

        assertThat(absent.status()).isEqualTo(404);
        assertThat(withoutCorrelation(absent))
                .isEqualTo(withoutCorrelation(service.get(stranger, "/referrals/" + UUID.randomUUID())));
        assertThat(service.get(stranger, "/referrals").text()).doesNotContain(id);
    }

    @Test
    void eachPartnerListsWhatItSentAndWhatItMayKnowOf() {
        String id = referral();
        assertThat(service.get("cpft", "/referrals?limit=200").text()).doesNotContain(id);
        assertThat(service.get("cpft", "/referrals/" + id).status()).isEqualTo(404);
        service.delivered(id, "cpft-camhs", "cpft");

        Reply sent = service.get(SCHOOL, "/referrals?limit=200");
        Reply received = service.get("cpft", "/referrals?limit=200");

        PublishedAnswers.assertFits("referrals", sent.text());
        assertThat(role(sent, id)).isEqualTo("sender");
        assertThat(role(received, id)).isEqualTo("recipient");
        assertThat(service.get(SCHOOL, "/referrals?limit=0").status()).isEqualTo(400);
    }

    private static String role(Reply list, String id) {
        return list.json()
                .path("items")
                .valueStream()
                .filter(it -> it.path("id").asString().equals(id))
                .map(it -> it.path("role").asString())
                .findFirst()
                .orElse("absent");
    }

    private String person() {
        return service.send(SCHOOL, Bodies.referral(Bodies.nhsNumber()).toString())
                .json()
                .path("person")
                .asString();
    }

    private String referral() {
        String id = service.send(SCHOOL, Bodies.referral(Bodies.nhsNumber()).toString())
                .json()
                .path("id")
                .asString();
        service.events().expect(2, DisclosureRequested.class, "referral/" + id);
        return id;
    }

    private static JsonNode withoutCorrelation(Reply reply) {
        return ((ObjectNode) reply.json()).without("correlationId").without("instance");
    }

    private static String sha256(String body) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
    }
}
