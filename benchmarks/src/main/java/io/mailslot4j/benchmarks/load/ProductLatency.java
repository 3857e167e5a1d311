package io.mailslot4j.benchmarks.load;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.benchmarks.Samples;
import io.mailslot4j.protocol.Octets;
import java.util.Arrays;

/** A thread that puts a message, and gets it from another network of the same process. */
final class ProductLatency implements Load {
    private final MailslotNetwork receiving;
    private final MailslotNetwork sending;
    private final Mailslot<Octets> reader;
    private final Mailslot<Octets> writer;
    private final Octets payload = Octets.zeros(Samples.USUAL);

    ProductLatency(int port) {
        receiving = Networks.receiver(port);
        sending = Networks.sender(port);
        reader = Networks.reader(receiving, Samples.SLOT);
        writer = Networks.writer(sending);
    }

    @Override
    public String run(long times, Runnable running) throws InterruptedException {
        long[] nanos = new long[Math.toIntExact(times)];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            writer.put(payload);
            reader.get();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] + " " + nanos[nanos.length / 100 * 99] + " " + nanos[nanos.length / 1000 * 999];
    }

    @Override
    public void close() {
        sending.close();
        receiving.close();
    }
}
