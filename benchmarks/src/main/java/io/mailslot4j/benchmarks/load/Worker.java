package io.mailslot4j.benchmarks.load;

import com.sun.management.ThreadMXBean;
import io.mailslot4j.benchmarks.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A process that is measured from outside. Speaks as {@code reference.c} does: after {@code ready} each line
 * {@code run N} is answered by {@code running}, where datagrams are waited for, and by {@code done RESULT}. Only here:
 * {@code count} is answered by how many came and how many were dropped so far, while a run goes on.
 */
public final class Worker {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Begins the name of a thread that only hears what is to be done. */
    public static final String ORDERS = "orders";

    private Worker() {}

    /**
     * Does what it is told until there is nobody to tell it.
     *
     * @param arguments what to do, and a port
     */
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[1]);
        try (Load load = load(arguments[0], port)) {
            // Measured only where it does the work.
            String thread = load.onlyWaits() ? ORDERS : "work";
            ExecutorService runner = Executors.newSingleThreadExecutor(order -> new Thread(order, thread));
            FreshMemory.use();
            say("ready");
            BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                if (line.startsWith("run ")) {
                    long times = Long.parseLong(line.substring("run ".length()));
                    runner.execute(() -> run(load, times));
                } else if (line.equals("count")) {
                    say("count " + load.count() + " " + load.dropped());
                }
            }
        }
        System.exit(0);
    }

    private static Load load(String what, int port) throws IOException, InterruptedException {
        return switch (what) {
            case "nio-discard" -> BareReceiver.discard(false, port);
            case "epoll-discard" -> BareReceiver.discard(true, port);
            case "nio-abq" -> BareReceiver.arrayBlockingQueue(false, port);
            case "epoll-abq" -> BareReceiver.arrayBlockingQueue(true, port);
            case "product" -> new ProductReceiver(port, 1);
            case "product-10000" -> new ProductReceiver(port, 10_000);
            case "product-100000" -> new ProductReceiver(port, 100_000);
            case "names" -> new NameResponder();
            case "jfileserver" -> new JFileServerLoad();
            case "jcifs" -> NameCodecs.jcifs();
            case "name-codec" -> NameCodecs.ours();
            case "pauses" -> new Pauses();
            case "channel-send" -> new BareSender(port);
            case "product-send" -> ProductSender.alone(port);
            case "product-send-reading" -> ProductSender.besideReader(port);
            case "product-latency" -> new ProductLatency(port);
            case "decode", "decode-in-place", "encode" -> new CodecLoad(Samples.USUAL, what);
            case "decode-long" -> new CodecLoad(Samples.LONGEST, "decode");
            case "decode-in-place-long" -> new CodecLoad(Samples.LONGEST, "decode-in-place");
            case "encode-long" -> new CodecLoad(Samples.LONGEST, "encode");
            default -> throw new IllegalArgumentException("no load " + what);
        };
    }

    private static void run(Load load, long times) {
        try {
            long before = allocated();
            String result = load.run(times, () -> say("running"));
            say("done " + (allocated() - before) + " " + result);
            say("ready");
        } catch (Exception e) {
            say("failed " + e);
        }
    }

    /** Octets of heap that the threads there are now have taken so far. */
    private static long allocated() {
        return Arrays.stream(THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds()))
                .sum();
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
