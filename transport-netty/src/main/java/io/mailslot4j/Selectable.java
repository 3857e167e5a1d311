package io.mailslot4j;

/** Something that a {@link MailslotSelector} can wait for together with others. Implementations are thread-safe. */
public interface Selectable {

    /** Whether reading would not wait: something is there, or it is closed and nothing will come. Does not wait. */
    boolean isReady();

    /**
     * Calls {@code watcher} each time this may have become ready from now on, until {@link #unwatch}. It is called by the
     * thread that makes it ready, after that: it must be quick, and neither wait nor throw.
     */
    void watch(Runnable watcher);

    /** Ends what {@link #watch} began. A call that is under way may still come. */
    void unwatch(Runnable watcher);
}
