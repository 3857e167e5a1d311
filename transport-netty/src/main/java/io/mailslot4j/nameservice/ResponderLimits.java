package io.mailslot4j.nameservice;

/**
 * How many answers go out in a second; a burst may be as large. An answer about a name is hardly larger than the question,
 * but a node status is, so those are few: a source address may be somebody else's, who never asked. With 0 none goes out.
 *
 * @param perSource answers about names to one address
 * @param inAll answers about names to everybody
 * @param statusPerSource node status responses to one address
 * @param statusInAll node status responses to everybody
 */
public record ResponderLimits(int perSource, int inAll, int statusPerSource, int statusInAll) {
    /** For a host with a few names. */
    public static final ResponderLimits DEFAULT = new ResponderLimits(1_000, 5_000, 10, 200);

    /** Checks that none is negative. */
    public ResponderLimits {
        if (Math.min(Math.min(perSource, inAll), Math.min(statusPerSource, statusInAll)) < 0) {
            throw new IllegalArgumentException("a limit of answers is negative: " + perSource + ", " + inAll + ", "
                    + statusPerSource + ", " + statusInAll);
        }
    }
}
