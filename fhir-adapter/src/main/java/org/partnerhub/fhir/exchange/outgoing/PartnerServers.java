package org.partnerhub.fhir.exchange.outgoing;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.SenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Posts to partners' servers: one call, no redirect, no repeat, no cookie, within the bound and with at most one mebibyte of answer. */
@Component
class PartnerServers implements DisposableBean {

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final ContentType FHIR_JSON = ContentType.create("application/fhir+json", StandardCharsets.UTF_8);
    private static final Duration ASKING = Duration.ofSeconds(2);
    private static final int LONGEST_ANSWER = 1024 * 1024;

    private final AddressRule rule;
    private final Duration wholeCall;
    private final ObservationRegistry observations;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService timer;

    PartnerServers(OutgoingSettings settings, ObservationRegistry observations) {
        rule = new AddressRule(settings);
        wholeCall = settings.wholeCall();
        this.observations = observations;
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(rule)
                        .setMaxConnTotal(200)
                        .setMaxConnPerRoute(64)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(Timeout.of(wholeCall))
                                .build())
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
        ScheduledThreadPoolExecutor one = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("partner-call-bound").factory());
        one.setRemoveOnCancelPolicy(true);
        timer = one;
    }

    /**
     * Posts FHIR in JSON.
     *
     * @param until when the permit ends: nothing begins to leave after that, and what has begun is cut off
     */
    Reply post(URI address, Map<String, String> headers, byte[] body, Instant until) {
        Duration left = Duration.between(Instant.now(), until);
        if (!left.isPositive()) {
            return new Reply.NotSent("permit-expired");
        }
        if (!rule.allows(address)) {
            return new Reply.NotSent("address-not-approved");
        }
        HttpPost post = new HttpPost(address);
        headers.forEach(post::setHeader);
        post.setEntity(new ByteArrayEntity(body, FHIR_JSON));
        return observed("hub.fhir.send", post, left.compareTo(wholeCall) < 0 ? left : wholeCall);
    }

    /** Reads a document that the server publishes; the message that waits for it must still have the greater part of its time. */
    Reply get(URI address, Instant until) {
        Duration left = Duration.between(Instant.now(), until).dividedBy(4);
        if (!left.isPositive() || !rule.allows(address)) {
            return new Reply.NotSent("address-not-approved");
        }
        HttpGet get = new HttpGet(address);
        get.setHeader("Accept", "application/fhir+json");
        return observed("hub.fhir.ask", get, left.compareTo(ASKING) < 0 ? left : ASKING);
    }

    private Reply observed(String name, HttpUriRequestBase call, Duration limit) {
        return Observation.createNotStarted(name, () -> traced(call), observations)
                .observe(() -> bounded(call, limit));
    }

    /** Lets the trace travel with the message; the address stays out of the metrics. */
    private static SenderContext<HttpUriRequestBase> traced(HttpUriRequestBase call) {
        SenderContext<HttpUriRequestBase> context = new SenderContext<>((carrier, name, value) -> {
            if (carrier != null) {
                carrier.setHeader(name, value);
            }
        });
        context.setCarrier(call);
        return context;
    }

    private Reply bounded(HttpUriRequestBase call, Duration limit) {
        ScheduledFuture<?> bound = timer.schedule(call::cancel, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(call, PartnerServers::answered);
        } catch (HttpHostConnectException
                | ConnectTimeoutException
                | UnknownHostException
                | SSLHandshakeException
                | SSLPeerUnverifiedException notThere) {
            return new Reply.NotSent("not-reachable");
        } catch (IOException broken) {
            return new Reply.Lost("no-answer");
        } finally {
            bound.cancel(false);
        }
    }

    private static Reply answered(ClassicHttpResponse response) throws IOException {
        Header type = response.getFirstHeader("Content-Type");
        HttpEntity entity = response.getEntity();
        byte[] body = entity == null ? new byte[0] : bounded(entity);
        return new Reply.Answered(response.getCode(), type == null ? "" : type.getValue(), body);
    }

    private static byte[] bounded(HttpEntity entity) throws IOException {
        try (InputStream content = entity.getContent()) {
            byte[] body = content.readNBytes(LONGEST_ANSWER + 1);
            if (body.length > LONGEST_ANSWER) {
                throw new IOException("The answer is too long.");
            }
            return body;
        }
    }

    @Override
    public void destroy() throws IOException {
        timer.shutdownNow();
        client.close();
    }
}
