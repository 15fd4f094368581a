package org.partnerhub.testkit;

/**
 * A broker that tests share, each in a virtual host of its own.
 *
 * @param quorumQueues whether it has them; see {@code hub.broker.quorum-queues}
 */
record BrokerServer(
        String host, int port, String user, String password, boolean quorumQueues, VirtualHosts virtualHosts) {

    @FunctionalInterface
    interface VirtualHosts {
        void add(String name);
    }
}
