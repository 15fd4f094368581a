package org.partnerhub.quickstart.partner;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A partner's own system, played by WireMock on a port of its own. It believes nothing that it has not checked. */
public abstract sealed class PartnerSystem implements Receiver, AutoCloseable
        permits CouncilCaseSystem, PoliceSystem, SchoolSystem {

    private final WireMockServer server;
    private final Inbox inbox;
    private final String path;
    private final Conduct conduct = new Conduct();

    /**
     * Starts the system.
     *
     * @param path where it takes webhooks
     * @param casePrefix how its own references begin
     */
    PartnerSystem(Listening listening, String path, String casePrefix, HubKeys keys) {
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

    @Override
    public List<JsonNode> received() {
        return inbox.received();
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
