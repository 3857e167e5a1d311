package io.mailslot4j.pcaps;

import io.mailslot4j.pcaps.TsharkTable.Row;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.payload.PayloadKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Holds what we see in captured frames against what tshark sees, and counts. */
final class Comparison {
    private static final Layer DATAGRAM = new Layer("datagram", "NBDS", "nbdgm.type");
    private static final Layer WRITE = new Layer("mailslot write", "SMB", "smb.cmd");
    private static final Layer BROWSER = new Layer("payload", "BROWSER", "browser.command");
    private static final Layer NETLOGON = new Layer("payload", "SMB_NETLOGON", "smb_netlogon.command");
    private static final Layer NAME_PACKET = new Layer("name packet", "NBNS", "nbns.id");

    private final List<Difference> differences = new ArrayList<>();
    private int frames;
    private int datagrams;
    private int namePackets;
    private int payloads;
    private int fields;
    private int refusedByBoth;
    private int refusedAsCut;
    private int fragments;
    private int tunnelled;
    private String lastFile = "";
    private FragmentAssembler fragmentsOfThisFile = new FragmentAssembler();

    /** Compares one frame. */
    void add(String file, CapturedFrame frame, Row row) {
        frames++;
        if (!file.equals(lastFile)) {
            lastFile = file;
            fragmentsOfThisFile = new FragmentAssembler();
        }
        new OneFrame(file, frame, row).compare();
    }

    List<Difference> differences() {
        return differences;
    }

    /** The counts, in words. */
    String counts() {
        return frames + " frames, " + datagrams + " frames on UDP 138, " + namePackets + " frames on UDP 137, "
                + payloads + " payloads, " + fields
                + " fields compared, " + refusedByBoth + " messages refused by both, " + differences.size()
                + " differences";
    }

    /** What was not compared, in words. */
    String leftOut() {
        return fragments + " IP fragments before the last of their packet, " + tunnelled + " UDP packets in tunnels, "
                + refusedAsCut + " messages that the capture program cut";
    }

    /**
     * What messages are in.
     *
     * @param name what we call such a message
     * @param protocol what tshark calls it
     * @param column a column that is filled wherever tshark sees such a message
     */
    private record Layer(String name, String protocol, String column) {}

    private final class OneFrame {
        private final String file;
        private final CapturedFrame frame;
        private final Row row;

        OneFrame(String file, CapturedFrame frame, Row row) {
            this.file = file;
            this.frame = frame;
            this.row = row;
        }

        void compare() {
            compareColumns(TsharkColumns.of(frame));
            FrameContent content = fragmentsOfThisFile.accept(frame.time(), FrameContent.of(frame));
            if (content instanceof UdpPacket udp && row.isUdp()) {
                compareColumns(TsharkColumns.of(udp));
                if (CaptureFile.isOn(CaptureFile.DATAGRAM_SERVICE, udp)) {
                    datagrams++;
                    compareDatagram(udp);
                } else if (CaptureFile.isOn(CaptureFile.NAME_SERVICE, udp)) {
                    namePackets++;
                    compareNamePacket(udp);
                }
            } else if (content instanceof UdpFragment) {
                fragments++;
            } else if (content instanceof Tunnel) {
                tunnelled++;
            } else if (content instanceof NotUdp other && row.isUdp()) {
                differ("frame", other.reason(), row.get("frame.protocols"));
            } else if (content instanceof UdpPacket) {
                differ("frame", "UDP", row.get("frame.protocols"));
            }
        }

        private void compareDatagram(UdpPacket udp) {
            compareMessage(DATAGRAM, udp.isCut(), () -> DatagramMessage.decode(udp.payload()), TsharkColumns::of)
                    .ifPresent(message -> compareWrite(message, udp.isCut()));
        }

        private void compareWrite(DatagramMessage message, boolean cut) {
            if (message instanceof NetBiosDatagram datagram) {
                compareMessage(WRITE, cut, () -> MailslotWrite.decode(datagram), TsharkColumns::of)
                        .ifPresent(this::comparePayload);
            } else if (!row.isEmpty(WRITE.column())) {
                differ(WRITE.name(), "none in such a packet", layers());
            }
        }

        private void comparePayload(MailslotWrite write) {
            PayloadKind kind = PayloadKind.of(write.slot());
            switch (kind) {
                case BROWSER, LANMAN -> comparePayload(BROWSER, kind, write);
                case NETLOGON -> comparePayload(NETLOGON, kind, write);
                default -> {}
            }
        }

        private void comparePayload(Layer layer, PayloadKind kind, MailslotWrite write) {
            payloads++;
            compareMessage(layer, false, () -> kind.decode(write.data()), TsharkPayloadColumns::of);
        }

        private void compareNamePacket(UdpPacket udp) {
            compareMessage(
                    NAME_PACKET, udp.isCut(), () -> NameServicePacket.decode(udp.payload()), TsharkNameColumns::of);
        }

        /** Compares a message, which is empty if we refuse it. */
        private <M> Optional<M> compareMessage(
                Layer layer, boolean cut, Supplier<M> decoder, Function<M, Map<String, String>> columns) {
            boolean malformed = row.isMalformed(layer.protocol());
            try {
                M message = decoder.get();
                compareColumns(columns.apply(message));
                if (malformed) {
                    differ(layer.name(), "read", "malformed");
                }
                return Optional.of(message);
            } catch (MalformedPacketException e) {
                compareRefusal(layer, e, malformed || row.isEmpty(layer.column()), cut);
                return Optional.empty();
            }
        }

        private void compareRefusal(Layer layer, MalformedPacketException e, boolean refusedByTshark, boolean cut) {
            if (cut) {
                refusedAsCut++;
            } else if (refusedByTshark) {
                refusedByBoth++;
            } else {
                differ(layer.name(), "refused: " + e.getMessage(), layers());
            }
        }

        private String layers() {
            return row.get("frame.protocols").replaceFirst(".*:udp:", "");
        }

        private void compareColumns(Map<String, String> ours) {
            ours.forEach((column, mine) -> {
                String theirs = row.get(column);
                fields += mine.isEmpty() && theirs.isEmpty() ? 0 : 1;
                if (!mine.equals(theirs)) {
                    boolean octets = column.equals("udp.payload");
                    differ(column, octets ? countOf(mine) : mine, octets ? countOf(theirs) : theirs);
                }
            });
        }

        /** The octets of captures that are not ours to publish must not get into the list. */
        private static String countOf(String hex) {
            return hex.length() / 2 + " octets";
        }

        private void differ(String about, String ours, String theirs) {
            differences.add(new Difference(file, frame.number(), about, ours, theirs));
        }
    }
}
