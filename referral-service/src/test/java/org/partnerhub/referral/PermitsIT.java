package org.partnerhub.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerhub.contracts.event.HubEvent.DisclosureRequested;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.referral.RunningService.Reply;
import tools.jackson.databind.JsonNode;

class PermitsIT {

    private static final String SCHOOL = "fenland-academy";

    private final RunningService service = RunningService.shared();

    @BeforeEach
    void everySiblingAnswers() {
        service.siblings().everythingAnswers();
    }

    @Test
    void aPermitLetsOutThePermittedCategoriesAndNothingElse() {
        DisclosureRequested asked = asked(Bodies.referral(Bodies.nhsNumber()).toString(), SCHOOL, 2, "cpft-camhs");

        Reply released = content(asked, permit(asked, Set.of(Category.VOICE, Category.EDUCATION)));

        assertThat(released.status()).isEqualTo(200);
        JsonNode content = released.json().path("content");
        assertThat(content.propertyNames()).containsExactlyInAnyOrder("voice", "education");
        assertThat(content.at("/voice/words/0").asString()).isEqualTo("Not all at once.");
        assertThat(content.at("/education/contributions/0/by").asString()).isEqualTo(SCHOOL);
        assertThat(released.text()).doesNotContain("Marchbank", "Officers", "999001");
        assertThat(released.json().path("kind").asString()).isEqualTo("referral");
        assertThat(released.json().path("reference").asString()).isEqualTo(asked.source());
    }

    @Test
    void aDomesticAbuseNoticeTellsNothingThatOthersToldBefore() {
        String nhsNumber = Bodies.nhsNumber();
        service.send(SCHOOL, Bodies.referral(nhsNumber).toString());
        DisclosureRequested asked = asked(
                Bodies.notice(nhsNumber).toString(),
                "cambridgeshire-constabulary",
                1,
                "fenland-academy-safeguarding-lead");

        Reply released = content(asked, permit(asked, EnumSet.allOf(Category.class)));

        assertThat(released.text())
                .contains("35/1/26", "I put my headphones on.")
                .doesNotContain("Not all at once.", "Officers came in March.", "Attendance");
    }

    @Test
    void whatIsToldBackIsStateAndCodesOnly() {
        DisclosureRequested asked = asked(Bodies.referral(Bodies.nhsNumber()).toString(), SCHOOL, 2, "cpft-camhs");
        String id = asked.source().substring("referral/".length());
        service.delivered(id, "cpft-camhs", "cpft");
        service.post(
                "cpft",
                "/referrals/" + id + "/responses",
                "{\"recipient\": \"cpft-camhs\", \"state\": \"rejected\", \"reason\": \"not-eligible\","
                        + " \"message\": \"words about treatment\","
                        + " \"betterPlace\": \"early-help-hub-cambridgeshire\"}");
        DisclosureRequested told = service.events()
                .expect(1, DisclosureRequested.class, "feedback/" + id)
                .getFirst();

        JsonNode content = content(told, permit(told, EnumSet.allOf(Category.class)))
                .json()
                .path("content");

        assertThat(content.propertyNames()).containsExactly("referral");
        assertThat(content.at("/referral/state").asString()).isEqualTo("rejected");
        assertThat(content.at("/referral/reasonCode").asString()).isEqualTo("not-eligible");
        assertThat(content.at("/referral/betterPlace").asString()).isEqualTo("early-help-hub-cambridgeshire");
        assertThat(content.at("/referral/recipients")).hasSize(2);
        assertThat(content.toString()).doesNotContain("Low mood").doesNotContain("treatment");
    }

    static Stream<Named<UnaryOperator<JwtClaims>>> wrongs() {
        return Stream.of(
                Named.of("expired", claims -> {
                    NumericDate past = NumericDate.now();
                    past.addSeconds(-60);
                    claims.setExpirationTime(past);
                    return claims;
                }),
                Named.of("for another audience", claims -> with(claims, "aud", "fhir-adapter")),
                Named.of("from another issuer", claims -> with(claims, "iss", "notification-service")),
                Named.of("without an id", claims -> {
                    claims.unsetClaim("jti");
                    return claims;
                }),
                Named.of("without an end", claims -> {
                    claims.unsetClaim("exp");
                    return claims;
                }),
                Named.of(
                        "for another delivery",
                        claims -> with(claims, "delivery", UUID.randomUUID().toString())),
                Named.of(
                        "for another child",
                        claims -> with(claims, "sub", UUID.randomUUID().toString())),
                Named.of("for another recipient", claims -> with(claims, "recipient", "early-help-hub-cambridgeshire")),
                Named.of("for another purpose", claims -> with(claims, "purpose", "safeguarding")));
    }

    @ParameterizedTest
    @MethodSource("wrongs")
    void aPermitThatIsWrongLetsNothingOut(UnaryOperator<JwtClaims> wrong) {
        DisclosureRequested asked = asked(Bodies.referral(Bodies.nhsNumber()).toString(), SCHOOL, 2, "cpft-camhs");
        String permit = service.siblings().permits().signed(wrong.apply(claims(asked, Set.of(Category.VOICE))));

        assertRefused(content(asked, permit));
    }

    @Test
    void aForgedPermitLetsNothingOut() {
        DisclosureRequested asked = asked(Bodies.referral(Bodies.nhsNumber()).toString(), SCHOOL, 2, "cpft-camhs");

        assertRefused(content(asked, new PermitsPlayed().signed(claims(asked, Set.of(Category.VOICE)))));
        assertRefused(content(asked, "not.a.permit"));
        assertRefused(service.internally("/internal/content", Map.of(), request(asked)));
    }

    @Test
    void aPermitIsGoodOnceHoweverManyAskAtOnce() throws Exception {
        DisclosureRequested asked = asked(Bodies.referral(Bodies.nhsNumber()).toString(), SCHOOL, 2, "cpft-camhs");
        String permit = permit(asked, Set.of(Category.VOICE));
        Callable<Integer> use = () -> content(asked, permit).status();
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Integer> statuses = threads
                    .invokeAll(IntStream.range(0, 8).mapToObj(i -> use).toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();

            assertThat(statuses)
                    .containsOnlyOnce(200)
                    .filteredOn(status -> status == 403)
                    .hasSize(7);
        }
    }

    @Test
    void whatThisServiceDoesNotHoldIsNotThere() {
        DisclosureRequested asked = asked(Bodies.referral(Bodies.nhsNumber()).toString(), SCHOOL, 2, "cpft-camhs");

        Reply absent = service.internally(
                "/internal/content",
                Map.of("Hub-Permit", permit(asked, Set.of(Category.VOICE))),
                "{\"delivery\": \"%s\", \"source\": \"stay/%s\"}".formatted(asked.request(), UUID.randomUUID()));

        assertThat(absent.status()).isEqualTo(404);
    }

    @Test
    void thePartnersTokenOpensNothingInside() {
        assertThat(service.post(SCHOOL, "/internal/content", "{}").status()).isIn(401, 403);
        assertThat(service.post(SCHOOL, "/internal/people/resolve", "{}").status())
                .isIn(401, 403);
    }

    @Test
    void factsAreFewAndNobodyUnknownHasAny() {
        Reply taken = service.send(SCHOOL, Bodies.referral(Bodies.nhsNumber()).toString());
        String person = taken.json().path("person").asString();

        JsonNode facts =
                service.internally("/internal/people/" + person + "/facts").json();

        assertThat(facts.propertyNames()).containsExactlyInAnyOrder("person", "birthDate", "protectedWhereabouts");
        assertThat(service.internally("/internal/people/" + UUID.randomUUID() + "/facts")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aSiblingFindsTheSamePerson() {
        String nhsNumber = Bodies.nhsNumber();
        Reply taken = service.send(SCHOOL, Bodies.referral(nhsNumber).toString());

        Reply resolved = service.internally(
                "/internal/people/resolve", Map.of(), Bodies.subject(nhsNumber).toString());

        assertThat(resolved.json().path("person")).isEqualTo(taken.json().path("person"));
    }

    private static void assertRefused(Reply reply) {
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text()).contains("permit-refused").doesNotContain("Not all at once.");
    }

    private DisclosureRequested asked(String body, String partner, int count, String recipient) {
        String id = service.send(partner, body).json().path("id").asString();
        return service.events().expect(count, DisclosureRequested.class, "referral/" + id).stream()
                .filter(it -> it.recipient().value().equals(recipient))
                .findFirst()
                .orElseThrow();
    }

    private Reply content(DisclosureRequested asked, String permit) {
        return service.internally("/internal/content", Map.of("Hub-Permit", permit), request(asked));
    }

    private static String request(DisclosureRequested asked) {
        return "{\"delivery\": \"%s\", \"source\": \"%s\"}".formatted(asked.request(), asked.source());
    }

    private String permit(DisclosureRequested asked, Set<Category> categories) {
        return service.siblings().permits().signed(claims(asked, categories));
    }

    private static JwtClaims claims(DisclosureRequested asked, Set<Category> categories) {
        return PermitsPlayed.claims(
                asked.subject().toString(),
                asked.recipient().value(),
                asked.purpose().value(),
                asked.request(),
                categories);
    }

    private static JwtClaims with(JwtClaims claims, String claim, Object value) {
        claims.setClaim(claim, value);
        return claims;
    }
}
