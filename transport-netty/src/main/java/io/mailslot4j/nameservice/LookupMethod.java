package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.name.NetBiosName;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** One way to find a name: one link of the chain. Called on the name service's thread, and tells there. */
interface LookupMethod {
    /** No limit on how long an answer may be kept, except the cache's own. */
    Duration FOR_EVER = Duration.ofSeconds(Long.MAX_VALUE);

    /** What came of it. */
    sealed interface Result permits Found, NotFound {}

    /**
     * Somebody has the name.
     *
     * @param validFor how long the answer may be kept
     */
    record Found(List<NameOwner> owners, Duration validFor) implements Result {}

    /** Nobody was found. */
    record NotFound(String why) implements Result {}

    /** What this is, in a few words, for whoever asks how a name was found. */
    String describe();

    /** Looks for {@code name}, and tells {@code result} once. What goes wrong is a reason not to have found it. */
    void find(NetBiosName name, Consumer<Result> result);
}
