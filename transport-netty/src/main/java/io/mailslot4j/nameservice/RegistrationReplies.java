package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.nameservice.NameServicePacket;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;

/** Which answers we wait for on port 137. What nobody waits for is nobody's. */
final class RegistrationReplies {
    /** Somebody who waits for an answer. */
    interface Waiting {
        /** Takes an answer with the right id, if it is one; tells whether it was. */
        boolean take(NameServicePacket answer, InetSocketAddress from);
    }

    private final IntSupplier ids;
    private final Map<Integer, Waiting> waiting = new HashMap<>();

    /** @param ids random numbers of 16 bits that nobody can guess */
    RegistrationReplies(IntSupplier ids) {
        this.ids = ids;
    }

    /** An id for a packet that nobody answers. */
    int anyId() {
        return ids.getAsInt();
    }

    /** An id that nobody else waits for. */
    int expect(Waiting who) {
        int id = anyId();
        while (waiting.containsKey(id)) {
            // There are far fewer names and servers than ids; the next one is as good.
            id = (id + 1) & 0xFFFF;
        }
        waiting.put(id, who);
        return id;
    }

    void forget(int id) {
        waiting.remove(id);
    }

    /** An answer came; tells whether somebody waited for it. */
    boolean received(NameServicePacket answer, InetSocketAddress from) {
        Waiting who = waiting.get(answer.id());
        return who != null && who.take(answer, from);
    }
}
