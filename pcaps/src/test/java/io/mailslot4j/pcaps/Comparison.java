package io.mailslot4j.pcaps;

import io.mailslot4j.pcaps.TsharkTable.Row;
import io.mailslot4j.protocol.MalformedPacketException;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds what we see in captured frames against what tshark sees, and counts. */
final class Comparison {
    private final List<Difference> differences = new ArrayList<>();
    private int frames;
    private int datagrams;
    private int fields;
    private int refusedByBoth;
    private int refusedAsCut;
    private int fragments;
    private int tunnelled;

    /** Compares one frame. */
    void add(String file, CapturedFrame frame, Row row) {
        frames++;
        new OneFrame(file, frame, row).compare();
    }

    List<Difference> differences() {
        return differences;
    }

    /** The counts, in words. */
    String counts() {
        return frames + " frames, " + datagrams + " frames on UDP 138, " + fields + " fields compared, " + refusedByBoth
                + " messages refused by both, " + differences.size() + " differences";
    }

    /** What was not compared, in words. */
    String leftOut() {
        return fragments + " IP fragments, " + tunnelled + " UDP packets in tunnels, " + refusedAsCut
                + " messages that the capture program cut";
    }

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
            FrameContent content = FrameContent.of(frame);
            if (content instanceof UdpPacket udp && row.isUdp()) {
                compareColumns(TsharkColumns.of(udp));
                if (CaptureFile.isDatagramService(udp)) {
                    datagrams++;
                    compareDatagram(udp);
                }
            } else if (content instanceof UdpFragment) {
                fragments++;
            } else if (content instanceof NotUdp && row.isTunnelled()) {
                tunnelled++;
            } else if (content instanceof NotUdp other && row.isUdp()) {
                differ("frame", other.reason(), row.get("frame.protocols"));
            } else if (content instanceof UdpPacket) {
                differ("frame", "UDP", row.get("frame.protocols"));
            }
        }

        private void compareDatagram(UdpPacket udp) {
            boolean malformed = row.isMalformed("NBDS");
            try {
                DatagramMessage message = DatagramMessage.decode(udp.payload());
                compareColumns(TsharkColumns.of(message));
                if (malformed) {
                    differ("datagram", "read", "malformed");
                }
                if (message instanceof NetBiosDatagram datagram) {
                    compareWrite(datagram, udp.isCut());
                } else if (!row.isEmpty("smb.cmd")) {
                    differ("mailslot write", "none in such a packet", layers());
                }
            } catch (MalformedPacketException e) {
                compareRefusal("datagram", e, malformed, udp.isCut());
            }
        }

        private void compareWrite(NetBiosDatagram datagram, boolean cut) {
            boolean malformed = row.isMalformed("SMB");
            try {
                compareColumns(TsharkColumns.of(MailslotWrite.decode(datagram)));
                if (malformed) {
                    differ("mailslot write", "read", "malformed");
                }
            } catch (MalformedPacketException e) {
                boolean noSmb = row.isEmpty("smb.cmd");
                compareRefusal("mailslot write", e, malformed || noSmb, cut);
            }
        }

        private void compareRefusal(String what, MalformedPacketException e, boolean refusedByTshark, boolean cut) {
            if (cut) {
                refusedAsCut++;
            } else if (refusedByTshark) {
                refusedByBoth++;
            } else {
                differ(what, "refused: " + e.getMessage(), layers());
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
