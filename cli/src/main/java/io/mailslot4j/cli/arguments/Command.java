package io.mailslot4j.cli.arguments;

/** Something that the command line can do. */
public interface Command {
    /** How it is used. */
    Usage usage();

    /**
     * Does it.
     *
     * @return whether all of it went well; if not, why has been said
     * @throws Exception if it could not be done; the message says why
     */
    boolean run(Given given) throws Exception;
}
