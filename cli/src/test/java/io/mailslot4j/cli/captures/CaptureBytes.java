package io.mailslot4j.cli.captures;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.wire.PacketWriter;

/** Small captures in memory. */
public final class CaptureBytes {
    private CaptureBytes() {}

    /** Ethernet, IPv4, UDP, from 10.77.0.20 to 10.77.0.255. */
    public static Octets frame(int port, Octets payload) {
        PacketWriter out = new PacketWriter(42 + payload.size());
        out.octets(Octets.zeros(12)).u16(0x0800);
        out.u8(0x45).u8(0).u16(28 + payload.size()).i32(0).u8(64).u8(17).u16(0);
        out.ipv4(Ipv4Address.parse("10.77.0.20")).ipv4(Ipv4Address.parse("10.77.0.255"));
        return out.u16(port)
                .u16(port)
                .u16(8 + payload.size())
                .u16(0)
                .octets(payload)
                .done();
    }

    /** A classic pcap file. */
    public static byte[] of(Octets... frames) {
        int size = 24;
        for (Octets frame : frames) {
            size += 16 + frame.size();
        }
        PacketWriter out = new PacketWriter(size);
        out.i32(0xA1B2C3D4).u16(2).u16(4).i32(0).i32(0).i32(65535).i32(1);
        for (Octets frame : frames) {
            out.i32(1_700_000_000)
                    .i32(123_456)
                    .i32(frame.size())
                    .i32(frame.size())
                    .octets(frame);
        }
        return out.done().toArray();
    }
}
