package io.mailslot4j.testkit;

import io.mailslot4j.protocol.Octets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A peer that does what a test says: it expects packets in an order, and replies as it is told. What is not as expected gets no
 * reply, and fails {@link #verify()}. Thread-safe.
 *
 * <pre>{@code
 * ScriptedPeer peer = new ScriptedPeer();
 * peer.expect(NameServicePacket.class, query -> assertThat(query).isAbout("FRED"))
 *         .reply(query -> NamePackets.positiveNameQueryResponse(query.id(), fred, 300, owners).encode());
 * peer.attach(network, "10.0.0.20", 137);
 * }</pre>
 */
public final class ScriptedPeer {
    private final Deque<Step<?>> steps = new ArrayDeque<>();
    private final List<String> troubles = new ArrayList<>();

    /** A peer that expects nothing yet. */
    public ScriptedPeer() {}

    /**
     * A packet that is expected.
     *
     * @param <T> what is in it
     */
    public static final class Step<T> {
        private final Class<T> type;
        private final Consumer<T> requirements;
        private Function<T, List<Octets>> replies = packet -> List.of();

        private Step(Class<T> type, Consumer<T> requirements) {
            this.type = type;
            this.requirements = requirements;
        }

        /** What is sent back; nothing unless told so. */
        public void reply(Function<T, Octets> reply) {
            replies = packet -> List.of(reply.apply(packet));
        }

        /** The packets that are sent back. */
        public void replyAll(Function<T, List<Octets>> newReplies) {
            replies = newReplies;
        }

        private List<Octets> take(Octets packet) {
            T found = CaptureFrame.find(packet, type)
                    .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + ": " + packet));
            requirements.accept(found);
            return replies.apply(found);
        }
    }

    /** Next comes a packet with a {@code type} in it, such as a {@code NameServicePacket}, {@code MailslotWrite} or payload. */
    public <T> Step<T> expect(Class<T> type) {
        return expect(type, anything -> {});
    }

    /**
     * Next comes a packet with a {@code type} in it.
     *
     * @param requirements fails with an {@link AssertionError} if it is not as it should be
     */
    public synchronized <T> Step<T> expect(Class<T> type, Consumer<T> requirements) {
        Step<T> step = new Step<>(type, requirements);
        steps.add(step);
        return step;
    }

    /** Puts this on a port of a host. */
    public InMemoryNetwork.Socket attach(InMemoryNetwork network, String address, int port) {
        InMemoryNetwork.Socket[] own = new InMemoryNetwork.Socket[1];
        own[0] = network.open(
                address,
                port,
                packet -> received(packet.payload()).forEach(reply -> own[0].send(packet.source(), reply)));
        return own[0];
    }

    /** What it replies to a packet, for those who carry packets themselves. */
    public synchronized List<Octets> received(Octets packet) {
        notifyAll();
        Optional<Step<?>> next = Optional.ofNullable(steps.poll());
        if (next.isEmpty()) {
            troubles.add("nothing was expected any more, but this came: " + packet);
            return List.of();
        }
        try {
            return next.get().take(packet);
        } catch (AssertionError e) {
            troubles.add(String.valueOf(e.getMessage()));
            return List.of();
        } catch (RuntimeException e) {
            // Of the script itself. Whoever carries the packets, such as a thread of a LoopbackPeer, could tell nobody.
            troubles.add(e.toString());
            return List.of();
        }
    }

    /** Fails {@link #verify()}. */
    synchronized void trouble(String what) {
        troubles.add(what);
        notifyAll();
    }

    /**
     * Checks that all that was expected came, and nothing else, as soon as that can be told: for messages that nobody replies
     * to, on their way to a {@link LoopbackPeer}.
     *
     * @param patience how long to wait for what did not come yet
     * @throws AssertionError as {@link #verify()}
     */
    public synchronized void verifyWithin(Duration patience) throws InterruptedException {
        long start = System.nanoTime();
        long all = TimeUnit.NANOSECONDS.convert(patience);
        for (long left = all; left > 0 && !steps.isEmpty() && troubles.isEmpty(); ) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = all - (System.nanoTime() - start);
        }
        verify();
    }

    /**
     * Checks that all that was expected came, and nothing else.
     *
     * @throws AssertionError that tells what came otherwise, and what did not come
     */
    public synchronized void verify() {
        List<String> all = new ArrayList<>(troubles);
        steps.forEach(
                step -> all.add("a packet with a " + step.type.getSimpleName() + " was expected and did not come"));
        if (!all.isEmpty()) {
            throw new AssertionError(String.join(System.lineSeparator(), all));
        }
    }
}
