package io.mailslot4j.benchmarks.load;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NamePackets;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.NbFlags;
import io.mailslot4j.protocol.nameservice.RecordData.Owner;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.codelibs.jcifs.smb.netbios.JcifsNames;

/** A question for a name is read, then its answer is read, then the question is written; by us, and by jcifs. */
final class NameCodecs {
    private static final int ID = 0x1234;
    private static final String ADDRESS = "192.0.2.7";
    private static final NetBiosName NAME = NetBiosName.of("SERVER", NameSuffix.SERVER);
    private static final Octets QUESTION =
            NamePackets.nameQueryRequest(ID, NAME, true).encode();
    private static final Octets ANSWER = NamePackets.positiveNameQueryResponse(
                    ID, NAME, 300, List.of(new Owner(new NbFlags(0), Ipv4Address.parse(ADDRESS))))
            .encode();

    private NameCodecs() {}

    static Load ours() {
        return new Steps(List.<Supplier<?>>of(
                () -> NameServicePacket.decode(QUESTION),
                () -> NameServicePacket.decode(ANSWER),
                () -> NamePackets.nameQueryRequest(ID, NAME, true).encode()));
    }

    /** @throws IOException if jcifs means something else by the same octets */
    static Load jcifs() throws IOException {
        JcifsNames jcifs = new JcifsNames("SERVER", NameSuffix.SERVER.value());
        byte[] question = QUESTION.toArray();
        byte[] answer = ANSWER.toArray();
        List<String> read = List.of(
                jcifs.decodeQuestion(question).getName().toUpperCase(Locale.ROOT),
                jcifs.decodeAnswer(answer).getHostAddress());
        if (!read.equals(List.of("SERVER", ADDRESS))) {
            throw new IOException("jcifs reads " + read);
        }
        byte[] written = jcifs.question(jcifs.encodeQuestion(ID));
        if (!Arrays.equals(written, question)) {
            throw new IOException("jcifs writes " + Octets.wrap(written).toHex() + ", not " + QUESTION.toHex());
        }
        return new Steps(List.<Supplier<?>>of(
                () -> jcifs.decodeQuestion(question),
                () -> jcifs.decodeAnswer(answer),
                () -> jcifs.encodeQuestion(ID)));
    }
}
