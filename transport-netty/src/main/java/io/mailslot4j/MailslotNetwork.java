package io.mailslot4j;

import io.mailslot4j.delivery.SlotQueue;
import io.mailslot4j.nameservice.NameClaim;
import io.mailslot4j.nameservice.NameService;
import io.mailslot4j.nameservice.OwnNameStatus;
import io.mailslot4j.net.Engine;
import io.mailslot4j.net.NetworkOptions;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.mailslot.MailslotName;
import java.time.InstantSource;
import java.util.List;

/**
 * Who we are on the network, and the sockets behind every {@link Mailslot} opened in it. Readers and writers of local
 * slots meet when they are of the same network, or of any processes of the same user on this machine.
 *
 * <p>Nothing is opened before it is needed: a writer needs a socket on any port, the first reader the one on port 138.
 * All methods are thread-safe.
 */
public final class MailslotNetwork implements AutoCloseable {
    private final NetworkOptions options;
    private final NameService nameService;
    private final Engine engine;
    private volatile boolean closed;

    MailslotNetwork(NetworkOptions options, NameService nameService) {
        this.options = options;
        this.nameService = nameService;
        this.engine = new Engine(options, nameService, InstantSource.system(), System::nanoTime);
    }

    /** A network with the defaults of this host: its name, and what Samba's smb.conf says if there is one. */
    public static MailslotNetwork create() {
        return builder().build();
    }

    /** A builder with the defaults of this host. */
    public static MailslotNetworkBuilder builder() {
        return new MailslotNetworkBuilder();
    }

    /**
     * Makes {@code queue} the one of a slot, and opens the sockets if it is the first.
     *
     * @throws MailslotInUseException if the slot is read already
     * @throws RuntimeFolderException if other processes could not reach it
     * @throws NetworkException if we cannot listen and the network is required
     */
    void openReader(MailslotName name, SlotQueue queue) {
        checkOpen();
        try {
            engine.open(name, queue);
        } catch (RuntimeException e) {
            // Whoever closed the network since then has closed what it needed.
            checkOpen();
            throw e;
        }
        if (closed) {
            // And may have missed this reader.
            closeReader(name, queue);
        }
        checkOpen();
    }

    void closeReader(MailslotName name, SlotQueue queue) {
        engine.close(name, queue);
    }

    void put(MailslotName name, Octets payload) {
        checkOpen();
        try {
            engine.outbox().put(name, payload);
        } catch (MailslotException e) {
            // Whoever closed the network since then has closed what it needed.
            checkOpen();
            throw e;
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new MailslotClosedException("the network of " + options.computer());
        }
    }

    /** What this network is and how it fares. */
    public NetworkStatus status() {
        return engine.status();
    }

    /** The names that make this host a member of the network: its own, its workgroup's and the extra ones. */
    public List<NameClaim> claims() {
        return options.claims();
    }

    /** How it stands with each name that this network asked for; none unless it owns names, and a reader is open. */
    public List<OwnNameStatus> names() throws InterruptedException {
        return nameService.names();
    }

    /** What has happened so far. */
    public NetworkCounters counters() {
        return engine.counters().snapshot();
    }

    /**
     * Closes the sockets and every reader. Who waits for a message gets a {@link MailslotClosedException}. A callback in a
     * thread of the network, such as a {@link PacketWatcher}, may close it too, and does not wait for the end.
     */
    @Override
    public void close() {
        closed = true;
        engine.close();
    }
}
