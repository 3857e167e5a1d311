package io.mailslot4j.logging;

import io.mailslot4j.Serializer;
import io.mailslot4j.protocol.Octets;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** Text whose first message is on its way until the gate opens, so that whatever comes behind it waits. */
final class Gate implements Serializer<String> {
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    @Override
    public Octets encode(String text) {
        arrived.countDown();
        try {
            opened.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted at the gate", e);
        }
        return Octets.copyOf(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String decode(Octets octets) {
        return new String(octets.toArray(), StandardCharsets.UTF_8);
    }

    /** Waits for the first message. */
    void awaitFirst() throws InterruptedException {
        arrived.await();
    }

    void open() {
        opened.countDown();
    }
}
