package io.mailslot4j.pcaps;

import static io.mailslot4j.pcaps.TsharkText.decimal;
import static io.mailslot4j.pcaps.TsharkText.flag;
import static io.mailslot4j.pcaps.TsharkText.hex;
import static io.mailslot4j.pcaps.TsharkText.name;

import io.mailslot4j.protocol.datagram.DatagramError;
import io.mailslot4j.protocol.datagram.DatagramFragment;
import io.mailslot4j.protocol.datagram.DatagramHeader;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.DatagramQuery;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.datagram.NodeType;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.mailslot.TransactionWords;
import io.mailslot4j.protocol.smb.SmbHeader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What we see in frames and datagrams, in the columns of tshark and in its spelling. */
final class TsharkColumns {
    private static final Map<NodeType, String> NODE_TYPES =
            Map.of(NodeType.B, "0", NodeType.P, "1", NodeType.M, "2", NodeType.H, "3");
    private static final List<String> ONLY_IN_SOME = List.of(
            "nbdgm.dgram_len", "nbdgm.pkt_offset", "nbdgm.error_code", "nbdgm.source_name", "nbdgm.destination_name");

    private TsharkColumns() {}

    static Map<String, String> of(CapturedFrame frame) {
        Instant time = frame.time();
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("frame.time_epoch", String.format(Locale.ROOT, "%d.%09d", time.getEpochSecond(), time.getNano()));
        columns.put("frame.len", Long.toString(frame.originalLength()));
        columns.put("frame.cap_len", decimal(frame.octets().size()));
        return columns;
    }

    static Map<String, String> of(UdpPacket udp) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("ip.src", udp.source().address().toString());
        columns.put("ip.dst", udp.destination().address().toString());
        columns.put("udp.srcport", decimal(udp.source().port()));
        columns.put("udp.dstport", decimal(udp.destination().port()));
        columns.put("udp.length", decimal(8 + udp.payload().size() + udp.missing()));
        columns.put("udp.payload", udp.payload().toHex());
        return columns;
    }

    static Map<String, String> of(DatagramMessage message) {
        DatagramHeader header = message.header();
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("nbdgm.type", decimal(header.type().value()));
        columns.put("nbdgm.flags", hex(2, header.flags().value()));
        columns.put("nbdgm.next", flag(header.flags().more()));
        columns.put("nbdgm.first", flag(header.flags().first()));
        columns.put("nbdgm.node_type", NODE_TYPES.get(header.flags().nodeType()));
        columns.put("nbdgm.dgram_id", hex(4, header.id()));
        columns.put("nbdgm.src.ip", header.sourceAddress().toString());
        columns.put("nbdgm.src.port", decimal(header.sourcePort()));
        ONLY_IN_SOME.forEach(column -> columns.put(column, ""));
        if (message instanceof NetBiosDatagram datagram) {
            columns.put("nbdgm.dgram_len", decimal(datagram.length()));
            columns.put("nbdgm.pkt_offset", decimal(datagram.packetOffset()));
            columns.put("nbdgm.source_name", name(datagram.source()));
            columns.put("nbdgm.destination_name", name(datagram.destination()));
        } else if (message instanceof DatagramFragment fragment) {
            columns.put("nbdgm.dgram_len", decimal(fragment.length()));
            columns.put("nbdgm.pkt_offset", decimal(fragment.packetOffset()));
        } else if (message instanceof DatagramError error) {
            columns.put("nbdgm.error_code", hex(2, error.code().value()));
        } else if (message instanceof DatagramQuery query) {
            columns.put("nbdgm.destination_name", name(query.destination()));
        }
        return columns;
    }

    static Map<String, String> of(MailslotWrite write) {
        SmbHeader header = write.header();
        TransactionWords words = write.words();
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("smb.cmd", hex(2, header.command()));
        columns.put("smb.flags", hex(2, header.flags()));
        columns.put("smb.flags2", hex(4, header.flags2()));
        columns.put("smb.wct", "17");
        columns.put("smb.tpc", decimal(words.totalParameterCount()));
        columns.put("smb.tdc", decimal(words.totalDataCount()));
        columns.put("smb.transaction.flags", hex(4, words.flags()));
        columns.put("smb.timeout", Integer.toUnsignedString(words.timeout()));
        columns.put("smb.pc", decimal(words.parameterCount()));
        columns.put("smb.dc", decimal(write.data().size()));
        columns.put("smb.data_offset", decimal(write.dataOffset()));
        columns.put("smb.sc", "3");
        columns.put("smb.bcc", decimal(words.byteCount()));
        columns.put("smb.trans_name", write.slot());
        columns.put("mailslot.opcode", "1");
        columns.put("mailslot.priority", decimal(words.priority()));
        columns.put("mailslot.class", decimal(words.mailslotClass()));
        return columns;
    }
}
