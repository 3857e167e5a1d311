package io.mailslot4j.nameservice;

/** How it stands with a name of ours (RFC 1001 section 15.2). */
public enum OwnNameState {
    /** We ask whether we may have it. */
    REGISTERING,
    /** It is ours: we answer for it and defend it. */
    ACTIVE,
    /** Somebody else has it too: we neither answer for it nor defend it (MS-NBTE section 3.1.5.1). */
    CONFLICT,
    /** Somebody else has it. */
    REFUSED,
    /** We gave it up. */
    RELEASED
}
