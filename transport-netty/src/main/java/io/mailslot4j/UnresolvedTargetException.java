package io.mailslot4j;

import java.util.List;

/** Nobody knows where the target of a mailslot name is; nothing was sent. */
public final class UnresolvedTargetException extends MailslotException {
    private static final long serialVersionUID = 1;

    private final transient List<String> steps;

    /**
     * @param steps what was tried, in order, with the outcome of each
     * @param advice what to do
     */
    public UnresolvedTargetException(String target, List<String> steps, String advice) {
        super("cannot find " + target + " (" + String.join("; ", steps) + "): " + advice);
        this.steps = List.copyOf(steps);
    }

    /** What was tried, in order, with the outcome of each. */
    public List<String> steps() {
        return steps;
    }
}
