package io.mailslot4j.delivery;

import io.mailslot4j.protocol.mailslot.MailslotName;
import io.mailslot4j.protocol.name.NameScope;
import io.mailslot4j.protocol.name.NetBiosName;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which datagrams are for us. A destination is ours when its first 15 characters are those of one of our names, whatever
 * the suffix: browsers announce to {@code GROUP<1D>} and {@code <1E>}, and every member of the group listens. Thread-safe.
 */
public final class OwnNames {
    private static final int RECENT_ANSWERS = 64;

    private record Answer(NetBiosName name, boolean ours) {}

    /** The same few names come again and again. Whichever thread answers writes here; any answer is right. */
    private final @Nullable Answer[] recent = new Answer[RECENT_ANSWERS];

    private final Set<String> texts;
    private final NameScope scope;
    private final boolean all;

    /**
     * @param names computer name, workgroup and any others
     * @param scope the scope that a destination must have; without regard to case
     * @param all whether every destination is ours
     */
    public OwnNames(Collection<NetBiosName> names, NameScope scope, boolean all) {
        this.texts = Stream.concat(names.stream(), Stream.of(NetBiosName.BROADCAST, NetBiosName.MSBROWSE))
                .map(OwnNames::fold)
                .collect(Collectors.toUnmodifiableSet());
        this.scope = scope;
        this.all = all;
    }

    /** Whether a datagram to {@code destination} is for us. */
    public boolean include(NetBiosName destination) {
        if (all) {
            return true;
        }
        int place = destination.hashCode() & (RECENT_ANSWERS - 1);
        Answer answer = recent[place];
        if (answer == null || !answer.name().equals(destination)) {
            answer = new Answer(destination, texts.contains(fold(destination)) && isOurs(destination.scope()));
            recent[place] = answer;
        }
        return answer.ours();
    }

    private boolean isOurs(NameScope other) {
        return other.toString().equalsIgnoreCase(scope.toString());
    }

    private static String fold(NetBiosName name) {
        return MailslotName.fold(name.text());
    }
}
