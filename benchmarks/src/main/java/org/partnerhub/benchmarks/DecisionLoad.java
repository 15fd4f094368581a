package org.partnerhub.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.partnerhub.quickstart.partner.PartnerClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks consent-service for permits, each connection one after another, as fast as they are answered. */
final class DecisionLoad {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    private final URI decisions;
    private final Supplier<String> tokens;
    private final List<String> children;
    private final int connections;

    /**
     * A load to be applied for a while.
     *
     * @param tokens gives a current token of a service that may ask
     * @param children whose consents are on record
     */
    DecisionLoad(URI consentService, Supplier<String> tokens, List<String> children, int connections) {
        this.decisions = URI.create(consentService + "/internal/decisions");
        this.tokens = tokens;
        this.children = List.copyOf(children);
        this.connections = connections;
    }

    /** Records consents of invented children through the gateway; answers the children's ids. */
    static List<String> consenting(PartnerClient sender, InventedReferrals referrals, int count) {
        List<String> children = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            JsonNode referral = JSON.readTree(referrals.next());
            var consent = referral.path("consent").asObject();
            consent.set("subject", referral.path("subject"));
            PartnerClient.Answer answer = recorded(sender, consent);
            children.add(answer.body().path("person").asString());
        }
        return children;
    }

    /** A hub that has just started may ask for a moment's patience. */
    private static PartnerClient.Answer recorded(PartnerClient sender, JsonNode consent) {
        String key = UUID.randomUUID().toString();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        PartnerClient.Answer answer = sender.post("/consents", consent, key);
        while (answer.status() == 503 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000_000);
            answer = sender.post("/consents", consent, key);
        }
        if (answer.status() != 201 && answer.status() != 200) {
            throw new IllegalStateException("A consent was not recorded: " + answer.status());
        }
        return answer;
    }

    /**
     * What came of it.
     *
     * @param millis of each permit
     */
    record Outcome(double seconds, int refused, List<Double> millis) {

        double perSecond() {
            return millis.size() / seconds;
        }
    }

    /** Asks for so long. */
    Outcome apply(Duration duration) {
        long begin = System.nanoTime();
        long end = begin + duration.toNanos();
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> shares = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                shares.add(askers.submit(() -> ask(end)));
            }
            List<Double> millis = new ArrayList<>();
            int refused = 0;
            for (Future<Outcome> share : shares) {
                refused += share.get().refused();
                millis.addAll(share.get().millis());
            }
            return new Outcome((System.nanoTime() - begin) / 1e9, refused, millis);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("The load stopped: " + broken.getCause(), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The load was interrupted.", stopped);
        }
    }

    private Outcome ask(long end) throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        int refused = 0;
        try (HttpClient connection =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            while (System.nanoTime() < end) {
                HttpRequest request = request();
                long begin = System.nanoTime();
                HttpResponse<String> answer = connection.send(request, BodyHandlers.ofString());
                if (answer.statusCode() == 200 && answer.body().contains("\"permit\"")) {
                    millis.add((System.nanoTime() - begin) / 1e6);
                } else {
                    refused++;
                }
            }
        }
        return new Outcome(0, refused, millis);
    }

    private HttpRequest request() {
        Map<String, Object> question = Map.of(
                "subject",
                children.get(ThreadLocalRandom.current().nextInt(children.size())),
                "recipient",
                "early-help-hub-cambridgeshire",
                "purpose",
                "early-help-support",
                "categories",
                List.of("identity", "education", "voice"),
                "delivery",
                UUID.randomUUID(),
                "attempt",
                1,
                "audience",
                Set.of("referral-service"),
                "source",
                "referral/" + UUID.randomUUID());
        return HttpRequest.newBuilder(decisions)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.get())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(question)))
                .build();
    }
}
