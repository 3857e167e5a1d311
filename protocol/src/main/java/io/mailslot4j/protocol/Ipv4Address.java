package io.mailslot4j.protocol;

import java.nio.ByteBuffer;

/**
 * An IPv4 address as four octets on the wire. NetBIOS over TCP/IP knows no other kind.
 *
 * @param bits the address, first octet in the highest bits
 */
public record Ipv4Address(int bits) {

    /** 0.0.0.0. */
    public static final Ipv4Address ANY = new Ipv4Address(0);

    /** 255.255.255.255: everybody on the networks of whoever sends there. */
    public static final Ipv4Address LIMITED_BROADCAST = new Ipv4Address(-1);

    /**
     * Reads a dotted quad such as {@code 192.0.2.7}. Never asks a name server.
     *
     * @throws IllegalArgumentException if {@code text} is not four decimal numbers of 0 to 255
     */
    public static Ipv4Address parse(String text) {
        if (!isDottedQuad(text)) {
            throw new IllegalArgumentException("'" + text + "' is not an IPv4 address such as 192.0.2.7");
        }
        int bits = 0;
        for (String part : text.split("\\.", -1)) {
            bits = (bits << 8) | Integer.parseInt(part);
        }
        return new Ipv4Address(bits);
    }

    /** Whether {@code text} is written as four decimal numbers of 0 to 255 with dots between. */
    public static boolean isDottedQuad(String text) {
        return text.matches("((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    }

    /**
     * The address of four octets in network order, as {@link java.net.InetAddress#getAddress()} gives them.
     *
     * @throws IllegalArgumentException if there are not four
     */
    public static Ipv4Address ofOctets(byte[] octets) {
        if (octets.length != 4) {
            throw new IllegalArgumentException("an IPv4 address has 4 octets, not " + octets.length);
        }
        return new Ipv4Address(ByteBuffer.wrap(octets).getInt());
    }

    /** The four octets in network order. */
    public byte[] toOctets() {
        return ByteBuffer.allocate(4).putInt(bits).array();
    }

    // Written out: what a record has of itself is made when it is first asked, and the start of a command feels that.
    @Override
    public boolean equals(Object other) {
        return other instanceof Ipv4Address same && same.bits == bits;
    }

    @Override
    public int hashCode() {
        return bits;
    }

    /** The dotted quad. */
    @Override
    public String toString() {
        return (bits >>> 24) + "." + ((bits >>> 16) & 0xFF) + "." + ((bits >>> 8) & 0xFF) + "." + (bits & 0xFF);
    }
}
