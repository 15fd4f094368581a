package org.partnerhub.embedded;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Collection;
import java.util.concurrent.ThreadLocalRandom;

/** Chooses ports that nothing listens on and nothing else was promised. */
final class FreePorts {

    /** Below the range from which systems hand out ports to outgoing connections, so that a kept port stays free. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int TRIES = 200;

    private FreePorts() {}

    /** The preferred port if it may be had; 0 prefers none. */
    static int near(int preferred, Collection<String> promised) {
        if (preferred != 0 && !promised.contains(Integer.toString(preferred)) && isFree(preferred)) {
            return preferred;
        }
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (!promised.contains(Integer.toString(port)) && isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port between " + LOWEST + " and " + HIGHEST + ".");
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
