package io.mailslot4j.pcaps;

import io.mailslot4j.protocol.Octets;
import java.util.Arrays;
import java.util.Optional;

/** What the frames of a capture are, by the numbers of the tcpdump registry. Only those that can be read are here. */
public enum LinkType {
    /** 1: Ethernet. */
    ETHERNET(1) {
        @Override
        Optional<Octets> ipv4(Octets frame) {
            return Ethernet.ipv4(frame);
        }
    };

    private final int number;

    LinkType(int number) {
        this.number = number;
    }

    /**
     * The IPv4 packet in a frame, with whatever follows it there, or empty if the frame holds something else.
     *
     * @throws io.mailslot4j.protocol.MalformedPacketException if the frame ends before that can be told
     */
    abstract Optional<Octets> ipv4(Octets frame);

    /** The number of this link type in capture files. */
    public int number() {
        return number;
    }

    static Optional<LinkType> of(int number) {
        return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
    }
}
