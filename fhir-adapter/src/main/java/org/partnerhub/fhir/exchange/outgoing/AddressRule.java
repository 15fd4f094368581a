package org.partnerhub.fhir.exchange.outgoing;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Which addresses a message may go to: HTTPS, a host that an operator approved, and never an address of the inside. The connection is
 * made to the very addresses that were checked, so a name that changes its mind in between gains nothing.
 */
final class AddressRule implements DnsResolver {

    private final OutgoingSettings settings;

    AddressRule(OutgoingSettings settings) {
        this.settings = settings;
    }

    boolean allows(URI endpoint) {
        String host = endpoint.getHost();
        if (host == null || endpoint.getUserInfo() != null || endpoint.getFragment() != null) {
            return false;
        }
        if (settings.allowPrivateAddresses()) {
            return "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
        }
        return "https".equals(endpoint.getScheme()) && settings.approvedHosts().contains(host.toLowerCase(Locale.ROOT));
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        for (InetAddress address : addresses) {
            if (!settings.allowPrivateAddresses() && isInside(address)) {
                throw new UnknownHostException("The host has an address that is not public.");
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    static boolean isInside(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet6Address
                        ? isInside6(address.getAddress())
                        : isInside4(address.getAddress()));
    }

    /** 0/8, 100.64/10 (carriers), 192.0.0/24, 198.18/15 (benchmarks), 240/4: RFC 6890. */
    private static boolean isInside4(byte[] address) {
        int first = address[0] & 0xff;
        int second = address[1] & 0xff;
        return first == 0
                || (first == 100 && second >= 64 && second < 128)
                || (first == 192 && second == 0 && address[2] == 0)
                || (first == 198 && (second == 18 || second == 19))
                || first >= 240;
    }

    /** fc00::/7 (unique local), and 64:ff9b::/96 and 2002::/16, behind which an IPv4 address of the inside can hide. */
    private static boolean isInside6(byte[] address) {
        int first = address[0] & 0xff;
        int second = address[1] & 0xff;
        return (first & 0xfe) == 0xfc || (first == 0x00 && second == 0x64) || (first == 0x20 && second == 0x02);
    }
}
