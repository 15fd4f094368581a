package org.partnerhub.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Posts referrals through the gateway, each connection one after another, as fast as they are answered. */
final class ReferralLoad {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CREATED = 201;

    private final URI referrals;
    private final Supplier<String> tokens;
    private final InventedReferrals bodies;
    private final int connections;

    /**
     * A load to be applied for a while.
     *
     * @param tokens gives a current token, as often as asked
     */
    ReferralLoad(URI gateway, Supplier<String> tokens, InventedReferrals bodies, int connections) {
        this.referrals = URI.create(gateway + "/referrals");
        this.tokens = tokens;
        this.bodies = bodies;
        this.connections = connections;
    }

    /**
     * What came of it.
     *
     * @param millis of each accepted referral
     */
    record Outcome(double seconds, int refused, List<Double> millis) {

        int accepted() {
            return millis.size();
        }

        double perSecond() {
            return accepted() / seconds;
        }
    }

    private record Share(int refused, List<Double> millis) {}

    /** Posts for so long. */
    Outcome apply(Duration duration) {
        long begin = System.nanoTime();
        long end = begin + duration.toNanos();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Share>> shares = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                shares.add(senders.submit(() -> send(end)));
            }
            List<Double> millis = new ArrayList<>();
            int refused = 0;
            for (Future<Share> share : shares) {
                refused += share.get().refused();
                millis.addAll(share.get().millis());
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Outcome(seconds, refused, millis);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("The load stopped: " + broken.getCause(), broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The load was interrupted.", stopped);
        }
    }

    private Share send(long end) throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        int refused = 0;
        try (HttpClient connection =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            while (System.nanoTime() < end) {
                HttpRequest request = request();
                long begin = System.nanoTime();
                int status =
                        connection.send(request, BodyHandlers.ofByteArray()).statusCode();
                if (status == CREATED) {
                    millis.add((System.nanoTime() - begin) / 1e6);
                } else {
                    refused++;
                }
            }
        }
        return new Share(refused, millis);
    }

    private HttpRequest request() {
        return HttpRequest.newBuilder(referrals)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.get())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(bodies.next()))
                .build();
    }
}
