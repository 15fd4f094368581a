package org.partnerhub.quickstart.partner;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.partnerhub.quickstart.partner.PartnerClient.Answer;
import tools.jackson.databind.JsonNode;

/** A partner's own system, played by WireMock on a port of its own. It believes nothing that it has not checked. */
public abstract sealed class PartnerSystem implements Receiver, AutoCloseable
        permits CouncilCaseSystem, PoliceSystem, SchoolSystem {

    private final WireMockServer server;
    private final Inbox inbox;
    private final String path;
    private final Conduct conduct = new Conduct();
    private final PartnerClient client;

    /**
     * Starts the system.
     *
     * @param path where it takes webhooks
     * @param casePrefix how its own references begin
     * @param client the partner's own, for its answers
     */
    PartnerSystem(Listening listening, String path, String casePrefix, HubKeys keys, PartnerClient client) {
        this.client = client;
        this.path = path;
        this.inbox = new Inbox(new MessageCheck(keys, Clock.systemUTC()), conduct, casePrefix);
        this.server = new WireMockServer(wireMockConfig()
                .bindAddress(listening.address())
                .port(listening.port())
                .disableRequestJournal()
                .extensions(inbox));
        server.start();
        server.stubFor(post(urlEqualTo(path)).willReturn(ok()));
    }

    /** Where the hub sends to: the setting {@code hub.channels.RECIPIENT.url}. */
    public URI address() {
        return URI.create(server.baseUrl() + path);
    }

    /** Tells it to be slow or to fail. */
    public Conduct conduct() {
        return conduct;
    }

    /**
     * Answers a referral or notice that it received, with the partner's own token.
     *
     * @param state accepted, rejected, more-information, in-progress or completed
     * @param more further fields of schema/response.json, such as reason
     */
    public Answer answer(JsonNode disclosure, String state, Map<String, String> more) {
        String referral = disclosure.path("reference").asString().replaceFirst("^referral/", "");
        Map<String, String> body = new HashMap<>(more);
        body.put("recipient", disclosure.path("recipient").asString());
        body.put("state", state);
        return client.post("/referrals/" + referral + "/responses", body);
    }

    /** Answers later, as somebody who reads it tomorrow would. */
    public CompletableFuture<Answer> answerLater(
            Duration after, JsonNode disclosure, String state, Map<String, String> more) {
        return CompletableFuture.supplyAsync(
                () -> answer(disclosure, state, more),
                CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public List<JsonNode> received() {
        return inbox.received();
    }

    @Override
    public Optional<String> correlation(String delivery) {
        return inbox.correlation(delivery);
    }

    @Override
    public List<String> complaints() {
        return inbox.complaints();
    }

    /** How often it was called, repeats, failures and refusals included. */
    public int calls() {
        return inbox.calls();
    }

    @Override
    public void close() {
        server.stop();
    }
}
