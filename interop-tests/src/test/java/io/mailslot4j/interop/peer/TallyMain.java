package io.mailslot4j.interop.peer;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotBuilder;
import io.mailslot4j.MailslotFullException;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.MailslotNetworkBuilder;
import io.mailslot4j.NoSuchMailslotException;
import io.mailslot4j.Overflow;
import io.mailslot4j.Serializer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Puts numbered messages into a local slot as fast as it can, or gets them, there or from the loopback interface, and looks
 * whether they are as they were put. Each is a line of its output. Ends well when its input ends: it may be killed at any
 * time.
 */
public final class TallyMain {
    private static final Duration PAUSE = Duration.ofMillis(2);

    private static volatile boolean ended;

    private TallyMain() {}

    /**
     * Works until its input ends.
     *
     * @param args {@code read}, {@code hear} or {@code write}, the folder, the slot, the name of the writer, and the port to
     *     hear at
     */
    public static void main(String[] args) throws InterruptedException {
        Thread input = new Thread(TallyMain::awaitEnd);
        input.setDaemon(true);
        input.start();
        MailslotNetworkBuilder builder =
                MailslotNetwork.builder().computerName("TALLY").workgroup("GRP").runtimeFolder(Path.of(args[1]));
        if (args[0].equals("hear")) {
            builder.networkInterface("127.0.0.1").listenPort(Integer.parseInt(args[4]));
        } else {
            builder.withoutNetwork();
        }
        try (MailslotNetwork network = builder.build()) {
            MailslotBuilder<byte[]> slot = Mailslot.builder(args[2])
                    .serializer(Serializer.bytes())
                    .onOverflow(Overflow.REJECT)
                    .network(network);
            if (args[0].equals("write")) {
                write(slot, args[3]);
            } else {
                read(slot, network);
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

    private static void read(MailslotBuilder<byte[]> slot, MailslotNetwork network) throws InterruptedException {
        try (Mailslot<byte[]> reader = slot.timeout(Duration.ofMillis(100)).openReader()) {
            network.status().problem().ifPresent(problem -> System.out.println("error\t" + problem));
            System.out.println("reading");
            while (true) {
                boolean last = ended;
                for (byte[] message : reader) {
                    System.out.println(NumberedMessage.judge(message));
                }
                if (last) {
                    return;
                }
            }
        }
    }

    private static void write(MailslotBuilder<byte[]> slot, String writer) {
        try (Mailslot<byte[]> out = slot.open()) {
            int number = 0;
            while (!ended) {
                try {
                    out.put(new NumberedMessage(writer, number).octets());
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
}
