package org.partnerhub.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.created;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.partnerhub.contracts.decision.CategoryAnswer;
import org.partnerhub.contracts.decision.DecisionAnswer;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.permit.Permit;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.GroundKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays consent-service: permits everything on consent unless told otherwise about a person, and signs as the real one does. */
final class ConsentServiceStub implements ResponseDefinitionTransformerV2, AutoCloseable {

    static final String CHECKPOINT = "hub.example/log\n42\nabc=\n\n— hub.example/log c2ln\n";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final OctetKeyPairJsonWebKey key = newKey();
    private final Map<PersonId, Function<DecisionRequest, DecisionAnswer>> told = new ConcurrentHashMap<>();
    private final List<DecisionRequest> asked = new CopyOnWriteArrayList<>();
    private final WireMockServer server = new WireMockServer(
            WireMockConfiguration.options().dynamicPort().containerThreads(60).extensions(this));

    static ConsentServiceStub running() {
        var stub = new ConsentServiceStub();
        stub.server.stubFor(any(anyUrl()).willReturn(ok().withTransformers("decides")));
        stub.server.start();
        stub.server.stubFor(any(anyUrl()).willReturn(ok().withTransformers("decides")));
        stub.notesLooks(true);
        stub.agreements("");
        return stub;
    }

    /** Whether the disclosure log takes what officers are about to see. */
    void notesLooks(boolean notes) {
        server.stubFor(post("/internal/log/officer-looks").willReturn(notes ? created() : serverError()));
    }

    /** With whom an agreement is in force, as JSON's items. */
    void agreements(String items) {
        server.stubFor(get("/internal/agreements/in-force").willReturn(okJson("{\"items\":[" + items + "]}")));
    }

    /** The kinds of look that were noted about a person. */
    List<String> looksAt(PersonId person) {
        return server.findAll(postRequestedFor(urlEqualTo("/internal/log/officer-looks"))).stream()
                .map(it -> JSON.readTree(it.getBodyAsString()))
                .filter(it -> it.path("person").asString("").equals(person.toString()))
                .map(it -> it.path("kindOfLook").asString())
                .toList();
    }

    /** The looks that were noted with a reference, as JSON. */
    List<JsonNode> looksAt(String reference) {
        return server.findAll(postRequestedFor(urlEqualTo("/internal/log/officer-looks"))).stream()
                .map(it -> JSON.readTree(it.getBodyAsString()))
                .filter(it -> it.path("reference").asString("").equals(reference))
                .toList();
    }

    String url() {
        return server.baseUrl();
    }

    List<DecisionRequest> askedAbout(PersonId person) {
        return asked.stream().filter(it -> it.subject().equals(person)).toList();
    }

    void permitOn(PersonId person, GroundKind ground) {
        told.put(
                person,
                request -> permit(request, ground, request.categories().stream().toList()));
    }

    void permitOnly(PersonId person, Category category) {
        told.put(person, request -> permit(request, GroundKind.EXPLICIT_CONSENT, List.of(category)));
    }

    void refuse(PersonId person, Missing missing) {
        told.put(person, request -> refusal(request, missing));
    }

    void permit(PersonId person) {
        told.remove(person);
    }

    /** Answers with whatever the function makes of the question. */
    void answer(PersonId person, Function<DecisionRequest, DecisionAnswer> answer) {
        told.put(person, answer);
    }

    static DecisionAnswer refusal(DecisionRequest request, Missing missing) {
        var reason = new CategoryAnswer.Reason("no-consent", "Nobody has consented to this.");
        return new DecisionAnswer(
                DecisionId.fresh(),
                DecisionAnswer.Outcome.REFUSE,
                request.categories().stream()
                        .map(it -> new CategoryAnswer(it, false, List.of(reason)))
                        .toList(),
                null,
                null,
                missing,
                null,
                null,
                "test");
    }

    private DecisionAnswer permit(DecisionRequest request, GroundKind ground, List<Category> permitted) {
        var withheld = new CategoryAnswer.Reason("consent-does-not-cover-category", "The consent leaves it out.");
        DecisionId decision = DecisionId.fresh();
        return new DecisionAnswer(
                decision,
                permitted.containsAll(request.categories())
                        ? DecisionAnswer.Outcome.PERMIT
                        : DecisionAnswer.Outcome.PARTIAL,
                request.categories().stream()
                        .map(it -> new CategoryAnswer(
                                it, permitted.contains(it), permitted.contains(it) ? List.of() : List.of(withheld)))
                        .toList(),
                ground,
                "test",
                null,
                token(request, decision, ground, permitted),
                Instant.now().plusSeconds(Permit.LIFETIME_SECONDS),
                "test");
    }

    private String token(DecisionRequest request, DecisionId decision, GroundKind ground, List<Category> permitted) {
        var claims = new JwtClaims();
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuer(Permit.ISSUER);
        claims.setSubject(request.subject().toString());
        claims.setAudience(List.copyOf(request.audience()));
        claims.setClaim("recipient", request.recipient().value());
        claims.setClaim("delivery", request.delivery().toString());
        claims.setClaim("attempt", request.attempt());
        claims.setClaim("purpose", request.purpose().value());
        claims.setClaim("categories", permitted.stream().map(Category::code).toList());
        claims.setClaim("ground", ground.code());
        claims.setClaim("decision", decision.toString());
        claims.setExpirationTime(NumericDate.fromSeconds(Instant.now().getEpochSecond() + Permit.LIFETIME_SECONDS));
        var token = new JsonWebSignature();
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setKey(key.getPrivateKey());
        token.setPayload(claims.toJson());
        try {
            return token.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        var request = event.getRequest();
        return switch (request.getUrl()) {
            case "/internal/decisions" -> json(JSON.writeValueAsString(decide(request.getBodyAsString())));
            case "/internal/permit-keys" ->
                json("{\"keys\":[" + key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY) + "]}");
            case "/internal/checkpoint" ->
                ok(CHECKPOINT).withHeader("Content-Type", "text/plain").build();
            default ->
                com.github.tomakehurst.wiremock.client.WireMock.notFound().build();
        };
    }

    private DecisionAnswer decide(String body) {
        DecisionRequest request = JSON.readValue(body, DecisionRequest.class);
        asked.add(request);
        return told.getOrDefault(
                        request.subject(),
                        it -> permit(
                                it,
                                GroundKind.EXPLICIT_CONSENT,
                                it.categories().stream().toList()))
                .apply(request);
    }

    private static ResponseDefinition json(String body) {
        return ok(body).withHeader("Content-Type", "application/json").build();
    }

    private static OctetKeyPairJsonWebKey newKey() {
        try {
            OctetKeyPairJsonWebKey key = OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519);
            key.setKeyId("permit-test");
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String getName() {
        return "decides";
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public void close() {
        server.stop();
    }
}
