package io.mailslot4j.benchmarks.load;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.benchmarks.Samples;
import io.mailslot4j.protocol.Octets;

/** A thread that puts into a mailslot of another computer. */
final class ProductSender implements Load {
    private final MailslotNetwork network;
    private final Mailslot<Octets> writer;
    private final Octets payload = Octets.zeros(Samples.USUAL);

    private ProductSender(MailslotNetwork network) {
        this.network = network;
        this.writer = Networks.writer(network);
    }

    /** In a program that only writes. */
    static ProductSender alone(int port) {
        return new ProductSender(Networks.sender(port));
    }

    /** In a program that reads too, so that datagrams leave from the port that it reads. */
    static ProductSender besideReader(int port) {
        MailslotNetwork network = Networks.sender(port);
        Networks.reader(network, Samples.SLOT);
        return new ProductSender(network);
    }

    @Override
    public String run(long times, Runnable running) {
        for (long i = 0; i < times; i++) {
            writer.put(payload);
        }
        return "";
    }

    @Override
    public void close() {
        network.close();
    }
}
