package org.partnerhub.support.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.partnerhub.testkit.TestBroker;

/** A port before the broker that can be down: connections break and new ones are closed at once, as seen by a client. */
final class FlakyBroker implements AutoCloseable {

    private final TestBroker broker;
    private final ServerSocket door;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private volatile boolean down;

    FlakyBroker(TestBroker broker) {
        this.broker = broker;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        Thread.ofVirtual().start(this::accept);
    }

    Map<String, String> settings() {
        var settings = new java.util.HashMap<>(broker.settings());
        settings.put("spring.rabbitmq.host", door.getInetAddress().getHostAddress());
        settings.put("spring.rabbitmq.port", Integer.toString(door.getLocalPort()));
        return settings;
    }

    void goDown() {
        down = true;
        open.forEach(FlakyBroker::close);
        open.clear();
    }

    void comeBack() {
        down = false;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (down) {
                    client.close();
                } else {
                    connect(client);
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket server = new Socket(broker.host(), broker.port());
        open.add(client);
        open.add(server);
        Thread.ofVirtual().start(() -> pump(client, server));
        Thread.ofVirtual().start(() -> pump(server, client));
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            throw new UncheckedIOException(alreadyGone);
        }
    }

    @Override
    public void close() {
        goDown();
        try {
            door.close();
        } catch (IOException alreadyGone) {
            throw new UncheckedIOException(alreadyGone);
        }
    }
}
