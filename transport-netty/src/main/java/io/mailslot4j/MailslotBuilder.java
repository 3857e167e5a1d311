package io.mailslot4j;

import io.mailslot4j.delivery.SlotQueue;
import io.mailslot4j.protocol.mailslot.MailslotName;
import io.mailslot4j.protocol.mailslot.SizeLimit;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles what a {@link Mailslot} is. Not thread-safe.
 *
 * @param <T> the type of the messages
 */
public final class MailslotBuilder<T> {
    /** How many messages may wait unless told otherwise. */
    public static final int DEFAULT_CAPACITY = 65_536;

    private static final Logger LOG = LoggerFactory.getLogger(MailslotBuilder.class);

    private final MailslotName name;
    private final Serializer<T> serializer;
    private int maxMessageSize = SlotQueue.ANY_SIZE;
    private int capacity = DEFAULT_CAPACITY;
    private Overflow overflow = Overflow.DROP_NEWEST;
    private boolean readableAfterClose;
    private @Nullable Duration timeout;
    private @Nullable MailslotNetwork network;

    MailslotBuilder(MailslotName name, Serializer<T> serializer) {
        this.name = name;
        this.serializer = serializer;
    }

    /** How messages become octets and back. Default: text in UTF-8. */
    public <U> MailslotBuilder<U> serializer(Serializer<U> other) {
        MailslotBuilder<U> changed = new MailslotBuilder<>(name, Objects.requireNonNull(other, "serializer"));
        changed.maxMessageSize = maxMessageSize;
        changed.capacity = capacity;
        changed.overflow = overflow;
        changed.readableAfterClose = readableAfterClose;
        changed.timeout = timeout;
        changed.network = network;
        return changed;
    }

    /**
     * How many octets a message may have: a writer refuses to send more, a reader to take more. Default 0: no limit of
     * our own. The network has one besides (see {@link MailslotNetworkBuilder#sizeLimit}).
     */
    public MailslotBuilder<T> maxMessageSize(int octets) {
        if (octets < 0) {
            throw new IllegalArgumentException("a message cannot have " + octets + " octets: 0 means no limit");
        }
        maxMessageSize = octets;
        return this;
    }

    /**
     * How many messages may wait for the reader, 1 or more; fewer if they would take more than a quarter of the JVM's memory.
     * Default: 65,536.
     */
    public MailslotBuilder<T> capacity(int messages) {
        if (messages < 1) {
            throw new IllegalArgumentException("a queue needs room for 1 message or more, not " + messages);
        }
        capacity = messages;
        return this;
    }

    /** What becomes of a message that finds no room. Default: it is dropped and counted. */
    public MailslotBuilder<T> onOverflow(Overflow policy) {
        overflow = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /**
     * Whether messages that wait when the reader is closed can still be taken; then a {@link MailslotClosedException} comes
     * after the last of them. Default: they are discarded, and counted.
     */
    public MailslotBuilder<T> readableAfterClose(boolean readable) {
        readableAfterClose = readable;
        return this;
    }

    /** How long {@link Mailslot#get()} and iteration wait. Default: for ever. Zero does not wait. */
    public MailslotBuilder<T> timeout(Duration longest) {
        timeout = Mailslot.checked(longest);
        return this;
    }

    /** The network to use. Default: one shared by all mailslots that have none, with the defaults of this host. */
    public MailslotBuilder<T> network(MailslotNetwork other) {
        network = Objects.requireNonNull(other, "network");
        return this;
    }

    /** The mailslot, undecided: a local one becomes reader or writer by its first use. */
    public Mailslot<T> open() {
        return open(!name.isLocal());
    }

    private Mailslot<T> open(boolean writer) {
        int most = SizeLimit.WINDOWS.maxPayload(name.slot());
        if (!name.isLocal() && maxMessageSize > most) {
            LOG.warn(
                    "the network carries at most {} octets to {}: maxMessageSize {} has no effect",
                    most,
                    name,
                    maxMessageSize);
        }
        return new Mailslot<>(new MailslotOptions<>(
                name,
                serializer,
                writer,
                maxMessageSize,
                capacity,
                overflow,
                readableAfterClose,
                Optional.ofNullable(timeout),
                Optional.ofNullable(network)));
    }

    /** The mailslot as a writer, whatever its name. */
    public Mailslot<T> openWriter() {
        return open(true);
    }

    /**
     * The mailslot as a reader, so that it exists from now on.
     *
     * @throws MailslotUseException if it is not on this machine
     * @throws MailslotInUseException if it is read already
     * @throws RuntimeFolderException if other processes could not reach it
     * @throws NetworkException if the network is required and we cannot listen
     */
    public Mailslot<T> openReader() {
        Mailslot<T> mailslot = open();
        try {
            mailslot.reader();
            return mailslot;
        } catch (RuntimeException | Error e) {
            mailslot.close();
            throw e;
        }
    }
}
