package org.partnerhub.notification.delivery.webhook;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** Tells addresses of the public Internet from all others: IANA's special-purpose registries (RFC 6890 and its updates). */
final class PublicAddresses {

    private static final List<Range> SPECIAL =
            Arrays.stream("""
                    0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24
                    192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3
                    ::/8 64:ff9b::/32 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 5f00::/16 fc00::/7 fe80::/9 ff00::/8
                    """.split("\\s+")).map(Range::of).toList();

    private PublicAddresses() {}

    /** Ranges that can hide an IPv4 address inside an IPv6 one count as special as a whole. */
    static boolean isPublic(InetAddress address) {
        return SPECIAL.stream().noneMatch(it -> it.contains(address));
    }

    private record Range(boolean four, BigInteger start, int freeBits) {

        static Range of(String text) {
            int slash = text.indexOf('/');
            InetAddress start = InetAddress.ofLiteral(text.substring(0, slash));
            int freeBits = start.getAddress().length * 8 - Integer.parseInt(text.substring(slash + 1));
            return new Range(start instanceof Inet4Address, number(start).shiftRight(freeBits), freeBits);
        }

        boolean contains(InetAddress address) {
            return address instanceof Inet4Address == four
                    && number(address).shiftRight(freeBits).equals(start);
        }

        private static BigInteger number(InetAddress address) {
            return new BigInteger(1, address.getAddress());
        }
    }
}
