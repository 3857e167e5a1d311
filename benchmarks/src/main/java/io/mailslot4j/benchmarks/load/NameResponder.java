package io.mailslot4j.benchmarks.load;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.benchmarks.Samples;
import io.mailslot4j.nameservice.ResponderLimits;
import java.util.concurrent.TimeUnit;

/**
 * Owns its names on the network and answers for them, on the ports of the protocol. Without the limit of a thousand answers
 * a second to one asker, at which it would have little to do.
 */
final class NameResponder implements Load {
    private static final int MANY = 10_000_000;

    private final MailslotNetwork network = MailslotNetwork.builder()
            .computerName(Samples.RECEIVER)
            .workgroup(Samples.GROUP)
            .ownNames(true)
            .names(names -> names.responderLimits(new ResponderLimits(MANY, MANY, 1, 1)))
            .requireNetwork(true)
            .runtimeFolder(Networks.folder())
            .build();

    NameResponder() {
        Mailslot.builder(Samples.SLOT).network(network).openReader();
    }

    /** Answers for so many milliseconds. */
    @Override
    public String run(long times, Runnable running) throws InterruptedException {
        running.run();
        TimeUnit.MILLISECONDS.sleep(times);
        return "";
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
