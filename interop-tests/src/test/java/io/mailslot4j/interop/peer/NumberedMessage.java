package io.mailslot4j.interop.peer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** A message all of whose octets follow from its writer and its number, so that a reader sees whether it is as it was. */
public record NumberedMessage(String writer, int number) {
    private static final int SHORT = 2000;
    /** So long that many are on their way when their writer or reader dies. */
    private static final int LONG = 1 << 20;

    private static final int ONE_IN = 16;
    /** What any datagram carries, with the name of its writer. */
    private static final int IN_A_DATAGRAM = 300;

    /** The octets of a message between processes: short, and now and then long. */
    public byte[] octets() {
        Random random = new Random(31L * writer.hashCode() + number);
        return octets(random, random.nextInt(random.nextInt(ONE_IN) == 0 ? LONG : SHORT));
    }

    /** The octets of a message over the network. */
    public byte[] octetsOfDatagram() {
        Random random = new Random(31L * writer.hashCode() + number);
        return octets(random, random.nextInt(IN_A_DATAGRAM));
    }

    private byte[] octets(Random random, int more) {
        byte[] name = writer.getBytes(StandardCharsets.US_ASCII);
        byte[] octets = new byte[Integer.BYTES + 1 + name.length + more];
        random.nextBytes(octets);
        ByteBuffer.wrap(octets).putInt(number).put((byte) name.length).put(name);
        return octets;
    }

    /** {@code got}, writer and number of a message that is as it was, with tabs between; or {@code broken}. */
    static String judge(byte[] octets) {
        ByteBuffer head = ByteBuffer.wrap(octets);
        int number = head.getInt();
        byte[] name = new byte[head.get()];
        head.get(name);
        NumberedMessage said = new NumberedMessage(new String(name, StandardCharsets.US_ASCII), number);
        boolean same = Arrays.equals(octets, said.octets()) || Arrays.equals(octets, said.octetsOfDatagram());
        return (same ? "got" : "broken") + "\t" + said.writer() + "\t" + number;
    }
}
