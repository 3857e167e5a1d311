package io.mailslot4j.interop.peer;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotBuilder;
import io.mailslot4j.MailslotFullException;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.NoSuchMailslotException;
import io.mailslot4j.Overflow;
import io.mailslot4j.Serializer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Puts numbered messages into a local slot as fast as it can, or gets them and looks whether they are as they were put. Each
 * is a line of its output. Ends well when its input ends: it may be killed at any time.
 */
public final class TallyMain {
    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final int SHORT = 2000;
    /** So long that many are on their way when their writer or reader dies. */
    private static final int LONG = 4 << 20;

    private static final int ONE_IN = 16;

    private static volatile boolean ended;

    private TallyMain() {}

    /**
     * Works until its input ends.
     *
     * @param args {@code read} or {@code write}, the folder, the slot, and the name of the writer
     */
    public static void main(String[] args) throws InterruptedException {
        Thread input = new Thread(TallyMain::awaitEnd);
        input.setDaemon(true);
        input.start();
        try (MailslotNetwork network = MailslotNetwork.builder()
                .computerName("TALLY")
                .withoutNetwork()
                .runtimeFolder(Path.of(args[1]))
                .build()) {
            MailslotBuilder<byte[]> slot = Mailslot.builder(args[2])
                    .serializer(Serializer.bytes())
                    .onOverflow(Overflow.REJECT)
                    .network(network);
            if (args[0].equals("read")) {
                read(slot);
            } else {
                write(slot, args[3]);
            }
        }
        System.out.println("end");
    }

    private static void awaitEnd() {
        try {
            while (System.in.read() >= 0) {
                // Nothing to obey.
            }
        } catch (IOException e) {
            System.out.println("error\t" + e);
        }
        ended = true;
    }

    private static void read(MailslotBuilder<byte[]> slot) throws InterruptedException {
        try (Mailslot<byte[]> reader = slot.timeout(Duration.ofMillis(100)).openReader()) {
            System.out.println("reading");
            while (true) {
                boolean last = ended;
                for (byte[] message : reader) {
                    System.out.println(judge(message));
                }
                if (last) {
                    return;
                }
            }
        }
    }

    private static String judge(byte[] message) {
        ByteBuffer head = ByteBuffer.wrap(message);
        int number = head.getInt();
        byte[] name = new byte[head.get()];
        head.get(name);
        String writer = new String(name, StandardCharsets.US_ASCII);
        return (Arrays.equals(message, message(writer, number)) ? "got" : "broken") + "\t" + writer + "\t" + number;
    }

    private static void write(MailslotBuilder<byte[]> slot, String writer) {
        try (Mailslot<byte[]> out = slot.open()) {
            int number = 0;
            while (!ended) {
                try {
                    out.put(message(writer, number));
                    System.out.println("put\t" + writer + "\t" + number);
                    number++;
                } catch (MailslotFullException refused) {
                    LockSupport.parkNanos(PAUSE.toNanos());
                } catch (NoSuchMailslotException nobody) {
                    System.out.println("nobody\t" + writer + "\t" + number);
                    number++;
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        }
    }

    /** What the message of that number is: all its octets follow from writer and number. */
    private static byte[] message(String writer, int number) {
        Random random = new Random(31L * writer.hashCode() + number);
        byte[] name = writer.getBytes(StandardCharsets.US_ASCII);
        int size = name.length + 5 + random.nextInt(random.nextInt(ONE_IN) == 0 ? LONG : SHORT);
        byte[] message = new byte[size];
        random.nextBytes(message);
        ByteBuffer.wrap(message).putInt(number).put((byte) name.length).put(name);
        return message;
    }
}
