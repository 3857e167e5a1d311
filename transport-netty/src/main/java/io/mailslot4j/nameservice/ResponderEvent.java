package io.mailslot4j.nameservice;

import java.util.Locale;

/** What a packet on port 137 came to. */
public enum ResponderEvent {
    /** A question for a name of ours, answered. */
    QUERY_ANSWERED,
    /** A question to us alone for a name that is not ours, answered with no. */
    QUERY_DENIED,
    /** A question for our names, answered. */
    STATUS_ANSWERED,
    /** Somebody wanted a name of ours, and was told no. */
    NAME_DEFENDED,
    /** A question or registration that is not about a name of ours. */
    NOT_OUR_NAME,
    /** Somebody else registered a group of ours, as everybody may. */
    GROUP_SHARED,
    /** Somebody wants us to think that a name of ours is given up. */
    RELEASE_IGNORED,
    /** Somebody says that a name of ours has two owners; it was not checked, because that was done a moment ago. */
    CONFLICT_DEMAND_IGNORED,
    /** Somebody says that a name of ours has two owners, but nobody else answers for it. */
    CONFLICT_DISPROVED,
    /** A name of ours has another owner. */
    CONFLICT_PROVED,
    /** An answer that was not sent, because there were too many. */
    LIMITED,
    /** An answer that nobody here waits for. */
    UNASKED_ANSWER,
    /** A packet from an address that is not one host's: an answer would go to many. */
    NOT_ONE_HOST,
    /** A registration that this host itself sent. */
    OWN_PACKET,
    /** A packet of an unknown kind, or without what its kind must have. */
    NOT_UNDERSTOOD;

    /** In lower case with hyphens, such as {@code query-answered}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
