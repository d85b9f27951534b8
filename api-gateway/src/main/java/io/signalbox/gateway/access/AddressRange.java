package io.signalbox.gateway.access;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A range of IP addresses in CIDR notation (RFC 4632, RFC 4291). Names are never looked up.
 *
 * @param network any address of it
 * @param bits how many leading bits all of its addresses share
 */
public record AddressRange(InetAddress network, int bits) {

    /** The range of this text, such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}; a bare address is a range of its own. */
    public static Optional<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        try {
            InetAddress network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
            int most = network.getAddress().length * Byte.SIZE;
            int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
            return bits >= 0 && bits <= most ? Optional.of(new AddressRange(network, bits)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether this address, as text, lies in it; one that cannot be read does not. */
    public boolean contains(String address) {
        try {
            return contains(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether this address lies in it; one of the other family does not. */
    public boolean contains(InetAddress address) {
        byte[] ours = network.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
