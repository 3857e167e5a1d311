package io.mailslot4j.benchmarks.load;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotClosedException;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.benchmarks.Samples;
import io.mailslot4j.protocol.Octets;

/** A thread that reads a mailslot, and maybe many other mailslots that get nothing. */
final class ProductReceiver implements Load {
    private final Arrivals arrivals = new Arrivals();
    private final MailslotNetwork network;

    ProductReceiver(int port, int slots) {
        network = slots == 1 ? Networks.receiver(port) : Networks.receiverAlone(port);
        for (int i = 1; i < slots; i++) {
            Networks.reader(network, "SLOT" + i);
        }
        Mailslot<Octets> mailslot = Networks.reader(network, Samples.SLOT);
        Thread reader = new Thread(() -> readAll(mailslot));
        reader.setDaemon(true);
        reader.start();
    }

    private void readAll(Mailslot<Octets> mailslot) {
        try {
            while (!mailslot.get().isEmpty()) {
                arrivals.one();
            }
        } catch (MailslotClosedException end) {
            // As wanted.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String run(long times, Runnable running) throws InterruptedException {
        arrivals.await(times, running);
        return String.valueOf(network.counters());
    }

    @Override
    public long count() {
        return arrivals.count();
    }

    @Override
    public long dropped() {
        return network.counters().dropped().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public boolean onlyWaits() {
        return true;
    }

    @Override
    public void close() {
        network.close();
    }
}
