package io.mailslot4j.benchmarks.load;

/** Something to do many times. */
interface Load extends AutoCloseable {
    /**
     * Does it.
     *
     * @param times how often
     * @param running to be called when datagrams may come
     * @return what the measuring program wants to know besides CPU time, with spaces between
     */
    String run(long times, Runnable running) throws Exception;

    /** How often it was done so far, by all calls of {@link #run}. */
    default long count() {
        return 0;
    }

    /** How many datagrams came and were not delivered so far. */
    default long dropped() {
        return 0;
    }

    /** Whether {@link #run} only waits for what threads of its own do. */
    default boolean onlyWaits() {
        return false;
    }

    @Override
    default void close() {}
}
