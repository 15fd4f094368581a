package org.partnerhub.quickstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Takes what the services export by OTLP over HTTP, as a collector of traces would, and keeps the raw messages. */
final class SpanCollector implements AutoCloseable {

    private final HttpServer server;
    private final List<String> exports = new CopyOnWriteArrayList<>();

    SpanCollector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new IllegalStateException("No port for the collector of spans.", noPort);
        }
        server.createContext("/v1/traces", this::keep);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/v1/traces");
    }

    /** The services that reported a span of this trace; an export is one service's. */
    Set<String> servicesIn(byte[] traceId) {
        String id = new String(traceId, StandardCharsets.ISO_8859_1);
        return exports.stream()
                .filter(it -> it.contains(id))
                .flatMap(it -> List.of(ServiceName.values()).stream()
                        .map(ServiceName::id)
                        .filter(service -> it.contains("service.name") && it.contains(service)))
                .collect(Collectors.toSet());
    }

    private void keep(HttpExchange exchange) throws IOException {
        exports.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
