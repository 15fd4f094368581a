package org.partnerhub.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes what the hub delivers, as cheaply as can be, and counts each delivery once. Feedback to referrers is not counted. */
final class CouncilReceiver implements AutoCloseable {

    private static final String COUNTED = "/council";
    private static final String TAKEN = "/school";
    private static final Pattern DELIVERY = Pattern.compile("\"delivery\"\\s*:\\s*\"([0-9a-f-]{36})\"");

    private final HttpServer server;
    private final Set<String> deliveries = ConcurrentHashMap.newKeySet();

    CouncilReceiver(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        server.createContext(COUNTED, exchange -> {
            count(exchange);
            accept(exchange);
        });
        server.createContext(TAKEN, CouncilReceiver::accept);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** The setting {@code hub.channels.early-help-hub-cambridgeshire.url}. */
    URI council() {
        return address(COUNTED);
    }

    /** The setting {@code hub.channels.fenland-academy-safeguarding-lead.url}: where the referrer hears back. */
    URI school() {
        return address(TAKEN);
    }

    int delivered() {
        return deliveries.size();
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private void count(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher delivery = DELIVERY.matcher(body);
        if (delivery.find()) {
            deliveries.add(delivery.group(1));
        }
    }

    private static void accept(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
