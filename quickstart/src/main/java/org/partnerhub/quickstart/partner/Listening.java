package org.partnerhub.quickstart.partner;

/**
 * Where a simulated system listens.
 *
 * @param address the network interface's
 * @param port 0 for any that is free
 */
public record Listening(String address, int port) {

    /** For a hub on this computer: nobody else can reach it. */
    public static Listening here(int port) {
        return new Listening("localhost", port);
    }

    /** For a hub in containers, which reach this computer from a network of their own. */
    public static Listening everywhere(int port) {
        return new Listening("0.0.0.0", port);
    }
}
