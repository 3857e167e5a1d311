package io.mailslot4j.logging;

import java.util.Locale;

/** What becomes of a line that is longer than one message may be. Either way a piece that is not the whole rest ends with {@code …}. */
public enum LongMessages {
    /** Its beginning is sent, and the rest is not. */
    CUT,
    /** It is sent in as many messages as it needs, in order. */
    SPLIT;

    /**
     * The one that a configuration names, whatever the case.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    public static LongMessages of(String name) {
        return switch (name.strip().toUpperCase(Locale.ROOT)) {
            case "CUT" -> CUT;
            case "SPLIT" -> SPLIT;
            default -> throw new IllegalArgumentException("longMessages is CUT or SPLIT, not " + name);
        };
    }
}
