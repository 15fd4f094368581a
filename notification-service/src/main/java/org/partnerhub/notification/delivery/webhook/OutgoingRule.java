package org.partnerhub.notification.delivery.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Where the hub may send: HTTPS, a host that operators approved, and a public address. As the client's own resolver it hands out
 * only what it has checked, so the address that is connected to is the address that was allowed.
 */
public final class OutgoingRule implements DnsResolver {

    private final boolean allowPrivateAddresses;
    private final Supplier<Set<String>> approvedHosts;

    /**
     * A rule for all outgoing messages.
     *
     * @param allowPrivateAddresses for a demonstration only: plain HTTP, any host and any address will do
     * @param approvedHosts host names in lower case
     */
    public OutgoingRule(boolean allowPrivateAddresses, Supplier<Set<String>> approvedHosts) {
        this.allowPrivateAddresses = allowPrivateAddresses;
        this.approvedHosts = approvedHosts;
    }

    boolean allows(URI address) {
        String host = address.getHost();
        if (host == null || address.getUserInfo() != null || address.getFragment() != null) {
            return false;
        }
        if (allowPrivateAddresses) {
            return "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        }
        return "https".equals(address.getScheme()) && approvedHosts.get().contains(host.toLowerCase(Locale.ROOT));
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        if (!allowPrivateAddresses && !Arrays.stream(addresses).allMatch(PublicAddresses::isPublic)) {
            throw new UnknownHostException("The host has an address that is not public.");
        }
        return addresses;
    }

    /** Names are not looked up backwards: whoever owns the address would answer. */
    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
