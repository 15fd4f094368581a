package org.partnerhub.notification.delivery.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.delivery.Message;
import org.partnerhub.notification.delivery.Sender;
import org.partnerhub.notification.partner.ChannelAddresses;

/** Posts disclosures to partners' webhooks: one call, no redirect, no repeat, no cookie. */
public final class WebhookSender implements Sender, AutoCloseable {

    private static final Timeout CONNECT = Timeout.ofSeconds(5);

    /** A connection outlives a change of the receiver's address no longer. */
    private static final TimeValue CONNECTION_LIFE = TimeValue.ofMinutes(1);

    private static final int MOST_CONNECTIONS = 1000;

    private final ChannelAddresses addresses;
    private final OutgoingRule rule;
    private final MessageSignature signature;
    private final CloseableHttpClient client;

    /**
     * A sender.
     *
     * @param connectionsPerHost as many as attempts to one recipient may be under way
     * @param longestAnswer how long an answer may take; the attempt's own limit interrupts earlier
     */
    public WebhookSender(
            ChannelAddresses addresses,
            OutgoingRule rule,
            MessageSignature signature,
            int connectionsPerHost,
            Duration longestAnswer) {
        this.addresses = addresses;
        this.rule = rule;
        this.signature = signature;
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(rule)
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setMaxConnPerRoute(connectionsPerHost)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(Timeout.of(longestAnswer))
                                .setTimeToLive(CONNECTION_LIFE)
                                .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(longestAnswer))
                        .setConnectionRequestTimeout(Timeout.of(longestAnswer))
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("partner-hub")
                .build();
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public Sent send(Message message) {
        return addresses
                .of(message.delivery().recipient())
                .filter(rule::allows)
                .map(address -> post(address, headers(message), message.body()))
                .orElse(new Sent.NotArrived("address-not-approved", null));
    }

    /**
     * Sends what is about nobody, to see whether the recipient takes what the hub signs; it needs no permit, as it discloses nothing.
     *
     * @param id in place of a delivery's
     */
    public Sent test(RecipientId recipient, UUID id, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("hub-delivery", id.toString());
        headers.put("hub-attempt", "1");
        headers.put("hub-test", "1");
        return addresses
                .of(recipient)
                .filter(rule::allows)
                .map(address -> post(address, headers, body))
                .orElse(new Sent.NotArrived("address-not-approved", null));
    }

    private Sent post(URI address, Map<String, String> headers, byte[] body) {
        HttpPost post = new HttpPost(address);
        signature.sign("POST", address, headers, body).forEach(post::setHeader);
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        try {
            return client.execute(post, WebhookAnswer::read);
        } catch (HttpHostConnectException
                | ConnectTimeoutException
                | ConnectionRequestTimeoutException
                | UnknownHostException
                | SSLHandshakeException
                | SSLPeerUnverifiedException notThere) {
            return new Sent.NotArrived("recipient-unreachable", null);
        } catch (IOException broken) {
            return new Sent.MaybeArrived("recipient-did-not-answer", null);
        }
    }

    private static Map<String, String> headers(Message message) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("hub-delivery", message.delivery().id().toString());
        headers.put("hub-attempt", Integer.toString(message.delivery().attempt()));
        String correlation = message.delivery().trail().correlation();
        if (correlation != null) {
            headers.put("x-correlation-id", correlation);
        }
        return headers;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
