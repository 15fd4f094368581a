package org.partnerhub.referral;

import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.referral.RunningService.Reply;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.testkit.contract.PublishedAnswers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PreviewIT {

    private static final String SCHOOL = "fenland-academy";

    private final RunningService service = RunningService.shared();

    @BeforeEach
    void everySiblingAnswers() {
        service.siblings().everythingAnswers();
    }

    @Test
    void itShowsRoutesAndWhatEachWouldBeToldAndKeepsNothing() {
        service.siblings().withhold(Category.POLICE);
        String nhsNumber = Bodies.nhsNumber();
        int before = rows();

        Reply preview = preview(Bodies.referral(nhsNumber));

        assertThat(preview.status()).as(preview.text()).isEqualTo(200);
        PublishedAnswers.assertFits("preview", preview.text());
        JsonNode hub = preview.json().at("/routes/0");
        assertThat(hub.path("recipient").asString()).isEqualTo("early-help-hub-cambridgeshire");
        assertThat(hub.path("whyHere").asString()).isNotBlank();
        assertThat(hub.path("wouldTell").toString()).contains("voice").doesNotContain("police");
        assertThat(hub.at("/withheld/0/category").asString()).isEqualTo("police");
        assertThat(preview.json().at("/routes/1/recipient").asString()).isEqualTo("cpft-camhs");
        assertThat(rows()).isEqualTo(before);
        assertThat(service.database()
                        .sql("select count(*) from person where nhs_number = '" + nhsNumber + "'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(service.siblings().asked()).isEmpty();
    }

    @Test
    void itSaysWhichConsentIsMissing() {
        service.siblings().withhold(Category.values());

        JsonNode hub = preview(Bodies.referral(Bodies.nhsNumber())).json().at("/routes/0");

        assertThat(hub.path("missing").asString()).isEqualTo("consent");
        assertThat(hub.path("ask").asString())
                .isEqualTo("Ask the family for a consent for early-help-support at early-help-hub-cambridgeshire.");
        assertThat(hub.path("wouldTell")).isEmpty();
    }

    @Test
    void theConsentThatComesWithItCountsForWhatItCovers() {
        service.siblings().withhold(Category.values());

        JsonNode routes = preview(Bodies.withConsent(Bodies.referral(Bodies.nhsNumber())))
                .json()
                .path("routes");

        assertThat(routes.at("/0/wouldTell").toString()).isEqualTo("[\"identity\",\"plan\"]");
        assertThat(routes.path(0).has("missing")).isFalse();
        assertThat(routes.at("/1/missing").asString()).isEqualTo("consent");
    }

    @Test
    void whatWouldWaitForAPersonIsAskedBeforehand() {
        ObjectNode referral = Bodies.referral(Bodies.nhsNumber());
        ((ObjectNode) referral.path("subject")).remove("authority");
        referral.putArray("asks").addObject().put("purpose", "safeguarding");

        JsonNode route = preview(referral).json().at("/routes/0");

        assertThat(route.path("missing").asString()).isEqualTo("area");
        assertThat(route.path("ask").asString()).contains("suggests Cambridgeshire");
        assertThat(route.has("recipient")).isFalse();
    }

    @Test
    void badInputIsPointedAtAsWhenItIsSent() {
        Reply refused = preview(Bodies.referral(Bodies.nhsNumber()).put("urgency", "whenever"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/urgency");
    }

    @Test
    void whereNobodyCanSayItIsAskedLater() {
        service.siblings().server().stubFor(post("/internal/decisions/trial").willReturn(serverError()));

        assertThat(preview(Bodies.referral(Bodies.nhsNumber())).status()).isEqualTo(503);
    }

    @Test
    void onlyASenderMayLook() {
        String reader = TestIssuer.shared().partner(SCHOOL, "referral.read").signed();
        HttpRequest.Builder asked = service.request("/referrals/preview", reader)
                .POST(HttpRequest.BodyPublishers.ofString(
                        Bodies.referral(Bodies.nhsNumber()).toString()));

        assertThat(service.call(asked).status()).isEqualTo(403);
        assertThat(service.post(
                                "unheard-of-partner",
                                "/referrals/preview",
                                Bodies.referral(Bodies.nhsNumber()).toString())
                        .status())
                .isEqualTo(403);
    }

    private Reply preview(ObjectNode referral) {
        return service.post(SCHOOL, "/referrals/preview", referral.toString());
    }

    private int rows() {
        return service.database()
                .sql("select (select count(*) from referral) + (select count(*) from contribution)")
                .query(Integer.class)
                .single();
    }
}
