package io.mailslot4j.interop.lab;

import io.mailslot4j.netty.MailslotDatagram;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.datagram.DatagramMessage;
import io.mailslot4j.protocol.datagram.NetBiosDatagram;
import io.mailslot4j.protocol.name.NetBiosName;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a datagram with a mailslot write in it says, and what tshark calls that. Numbers are decimal. */
public enum DatagramField {
    TYPE("nbdgm.type", d -> d.header().type().value()),
    FLAGS("nbdgm.flags", d -> d.header().flags().value()),
    ID("nbdgm.dgram_id", d -> d.header().id()),
    SOURCE_ADDRESS("nbdgm.src.ip", d -> d.header().sourceAddress()),
    SOURCE_PORT("nbdgm.src.port", d -> d.header().sourcePort()),
    LENGTH("nbdgm.dgram_len", d -> d.toDatagram().length()),
    OFFSET("nbdgm.pkt_offset", d -> 0),
    SOURCE("nbdgm.source_name", d -> text(d.source())),
    DESTINATION("nbdgm.destination_name", d -> text(d.destination())),
    COMMAND("smb.cmd", d -> d.write().header().command()),
    SMB_FLAGS("smb.flags", d -> d.write().header().flags()),
    SMB_FLAGS2("smb.flags2", d -> d.write().header().flags2()),
    TID("smb.tid", d -> d.write().header().tid()),
    PID("smb.pid", d -> d.write().header().pidLow()),
    UID("smb.uid", d -> d.write().header().uid()),
    MID("smb.mid", d -> d.write().header().mid()),
    WORD_COUNT("smb.wct", d -> 17),
    TOTAL_PARAMETER_COUNT("smb.tpc", d -> d.write().words().totalParameterCount()),
    TOTAL_DATA_COUNT("smb.tdc", d -> d.write().words().totalDataCount()),
    MAX_PARAMETER_COUNT("smb.mpc", d -> d.write().words().maxParameterCount()),
    MAX_DATA_COUNT("smb.mdc", d -> d.write().words().maxDataCount()),
    MAX_SETUP_COUNT("smb.msc", d -> d.write().words().maxSetupCount()),
    TRANSACTION_FLAGS("smb.transaction.flags", d -> d.write().words().flags()),
    TIMEOUT("smb.timeout", d -> d.write().words().timeout()),
    PARAMETER_COUNT("smb.pc", d -> d.write().words().parameterCount()),
    PARAMETER_OFFSET("smb.po", d -> d.write().words().parameterOffset()),
    DATA_COUNT("smb.dc", d -> d.write().data().size()),
    DATA_OFFSET("smb.data_offset", d -> d.write().dataOffset()),
    SETUP_COUNT("smb.sc", d -> 3),
    OPCODE("mailslot.opcode", d -> 1),
    PRIORITY("mailslot.priority", d -> d.write().words().priority()),
    CLASS("mailslot.class", d -> d.write().words().mailslotClass()),
    BYTE_COUNT("smb.bcc", d -> d.write().words().byteCount()),
    SLOT("mailslot.name", d -> d.write().slot()),
    DATA("data.data", d -> d.write().data().toHex());

    private final String tsharkName;

    @SuppressWarnings("ImmutableEnumChecker") // These functions have no state.
    private final Function<MailslotDatagram, Object> ours;

    DatagramField(String tsharkName, Function<MailslotDatagram, Object> ours) {
        this.tsharkName = tsharkName;
        this.ours = ours;
    }

    /** What tshark calls it. */
    String tsharkName() {
        return tsharkName;
    }

    /** What a datagram says by our own reading. */
    public static Map<DatagramField, String> read(Octets packet) {
        return of(MailslotDatagram.of((NetBiosDatagram) DatagramMessage.decode(packet)));
    }

    /** What a datagram says. */
    public static Map<DatagramField, String> of(MailslotDatagram datagram) {
        Map<DatagramField, String> fields = new EnumMap<>(DatagramField.class);
        for (DatagramField field : values()) {
            fields.put(field, field.ours.apply(datagram).toString());
        }
        return fields;
    }

    /** What a program says that names the fields in the order in which they stand here. */
    static Map<DatagramField, String> inOrder(List<String> values) {
        Map<DatagramField, String> fields = new EnumMap<>(DatagramField.class);
        Iterator<String> next = values.iterator();
        for (DatagramField field : values()) {
            fields.put(field, next.next());
        }
        return fields;
    }

    /** {@code NAME<1c>}, with {@code .SCOPE} behind it if there is one. */
    private static String text(NetBiosName name) {
        String scope = name.scope().isEmpty() ? "" : "." + name.scope();
        return name.text() + "<" + name.suffix().toHex() + ">" + scope;
    }
}
