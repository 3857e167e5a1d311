package org.codelibs.jcifs.smb.netbios;

import java.util.Arrays;
import java.util.Properties;
import org.codelibs.jcifs.smb.CIFSException;
import org.codelibs.jcifs.smb.Configuration;
import org.codelibs.jcifs.smb.config.PropertyConfiguration;

/** Packets of the name service as jcifs reads and writes them. It does not write answers. */
public final class JcifsNames {
    private static final int MAX_PACKET = 576;

    private final Configuration configuration;
    private final Name name;
    /** It has one buffer for all packets, too. */
    private final byte[] buffer = new byte[MAX_PACKET];

    /**
     * Asks for one name.
     *
     * @param suffix its sixteenth octet
     */
    public JcifsNames(String name, int suffix) throws CIFSException {
        configuration = new PropertyConfiguration(new Properties());
        this.name = new Name(configuration, name, suffix, "");
    }

    /** The name that is asked for. */
    public Name decodeQuestion(byte[] packet) {
        NameQueryRequest question = new NameQueryRequest(configuration, new Name(configuration));
        question.readWireFormat(packet, 0);
        return question.questionName;
    }

    /** The name and the address that it has. */
    public NbtAddress decodeAnswer(byte[] packet) {
        NameQueryResponse answer = new NameQueryResponse(configuration);
        answer.readWireFormat(packet, 0);
        return answer.addrEntry[0];
    }

    /** A broadcast question for the name; gives how many octets it has. */
    public int encodeQuestion(int id) {
        NameQueryRequest question = new NameQueryRequest(configuration, name);
        question.nameTrnId = id;
        return question.writeWireFormat(buffer, 0);
    }

    /** The octets of the last question. */
    public byte[] question(int size) {
        return Arrays.copyOf(buffer, size);
    }
}
