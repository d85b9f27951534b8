package io.signalbox.gateway.webhook;

import io.signalbox.gateway.access.AddressRange;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * To which addresses webhooks may be sent: to those of the public internet, and to what the configuration allows. It is asked about the very
 * address that is then connected to: what a name means can change between two look-ups.
 *
 * <p>Closed are the special-purpose blocks of the IANA registries (RFC 6890): loopback, private, shared, link-local, documentation, multicast,
 * reserved. Of IPv6 only global unicast is open, without the blocks that carry an IPv4 address (6to4, Teredo, NAT64).
 */
public final class AddressRule {
    private static final List<AddressRange> CLOSED = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");
    private static final List<AddressRange> OPEN_V6 = ranges("2000::/3");

    private final List<AddressRange> allowed;

    /** Allows these, whatever they are. */
    public AddressRule(List<AddressRange> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /** Whether a webhook may be sent to this address. */
    public boolean admits(InetAddress address) {
        return contain(allowed, address) || isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        boolean open = !(address instanceof Inet6Address) || contain(OPEN_V6, address);
        return open && !contain(CLOSED, address);
    }

    private static boolean contain(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts)
                .map(AddressRange::parse)
                .map(Optional::orElseThrow)
                .toList();
    }
}
