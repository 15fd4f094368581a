package org.partnerhub.referral;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.partnerhub.contracts.decision.CategoryAnswer;
import org.partnerhub.contracts.decision.DecisionAnswer;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.decision.DecisionTrial;
import org.partnerhub.contracts.decision.DecisionTried;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.GroundKind;
import tools.jackson.databind.json.JsonMapper;

/** Plays consent-service and notification-service: permits every category but those that a test withholds. */
public final class SiblingsPlayed implements ResponseDefinitionTransformerV2, AutoCloseable {

    public static final ConsentId CONSENT = ConsentId.fresh();

    private static final JsonMapper JSON = JsonMapper.shared();

    private final PermitsPlayed permits = new PermitsPlayed();
    private final Set<Category> withheld = EnumSet.noneOf(Category.class);
    private final WireMockServer server;

    public SiblingsPlayed() {
        server = new WireMockServer(options().dynamicPort().extensions(this));
        server.start();
        everythingAnswers();
    }

    public void everythingAnswers() {
        withheld.clear();
        server.resetAll();
        directory(Directories.demonstration());
        server.stubFor(get("/internal/permit-keys").willReturn(okJson(permits.keySet())));
        server.stubFor(get("/internal/checkpoint").willReturn(okForContentType("text/plain", "checkpoint-played")));
        server.stubFor(post("/internal/consents")
                .willReturn(
                        okJson(JSON.writeValueAsString(Map.of("id", CONSENT))).withStatus(201)));
        server.stubFor(post("/internal/decisions/trial").willReturn(aResponse().withTransformers(getName())));
        server.stubFor(post("/internal/decisions").willReturn(aResponse().withTransformers(getName())));
    }

    /** From now on these are the partners and recipients that there are. */
    public void directory(Directory directory) {
        server.stubFor(get("/internal/directory").willReturn(okJson(JSON.writeValueAsString(directory))));
    }

    public void withhold(Category... categories) {
        withheld.addAll(List.of(categories));
    }

    public WireMockServer server() {
        return server;
    }

    public PermitsPlayed permits() {
        return permits;
    }

    /** The decisions that were asked for since {@link #everythingAnswers()}. */
    public List<DecisionRequest> asked() {
        return server.getAllServeEvents().stream()
                .filter(call -> call.getRequest().getUrl().equals("/internal/decisions"))
                .map(call -> JSON.readValue(call.getRequest().getBodyAsString(), DecisionRequest.class))
                .toList();
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
    public ResponseDefinition transform(ServeEvent call) {
        String body = call.getRequest().getBodyAsString();
        if (call.getRequest().getUrl().endsWith("/trial")) {
            return okJson(JSON.writeValueAsString(tried(JSON.readValue(body, DecisionTrial.class))))
                    .build();
        }
        DecisionRequest request = JSON.readValue(body, DecisionRequest.class);
        return okJson(JSON.writeValueAsString(decided(request))).build();
    }

    private DecisionTried tried(DecisionTrial trial) {
        boolean refused = withheld.containsAll(trial.categories());
        return new DecisionTried(
                refused ? DecisionAnswer.Outcome.REFUSE : DecisionAnswer.Outcome.PARTIAL,
                trial.categories().stream().map(this::answer).toList(),
                refused ? DecisionAnswer.Missing.CONSENT : null,
                "played");
    }

    private DecisionAnswer decided(DecisionRequest request) {
        Set<Category> permitted = request.categories().stream()
                .filter(category -> !withheld.contains(category))
                .collect(Collectors.toSet());
        boolean refused = permitted.isEmpty();
        var claims = PermitsPlayed.claims(
                request.subject().toString(),
                request.recipient().value(),
                request.purpose().value(),
                request.delivery(),
                permitted);
        return new DecisionAnswer(
                DecisionId.fresh(),
                refused ? DecisionAnswer.Outcome.REFUSE : DecisionAnswer.Outcome.PARTIAL,
                request.categories().stream().map(this::answer).toList(),
                refused ? null : GroundKind.EXPLICIT_CONSENT,
                null,
                refused ? DecisionAnswer.Missing.CONSENT : null,
                refused ? null : permits.signed(claims),
                refused ? null : Instant.now().plusSeconds(20),
                "played");
    }

    private CategoryAnswer answer(Category category) {
        return withheld.contains(category)
                ? new CategoryAnswer(
                        category,
                        false,
                        List.of(new CategoryAnswer.Reason(
                                "consent-does-not-cover-category", "The consent does not cover this.")))
                : new CategoryAnswer(category, true, List.of());
    }

    @Override
    public void close() {
        server.stop();
    }
}
