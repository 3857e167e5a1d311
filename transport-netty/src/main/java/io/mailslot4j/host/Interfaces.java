package io.mailslot4j.host;

import io.mailslot4j.NetworkException;
import io.mailslot4j.NetworkException.Reason;
import java.util.List;

/**
 * The interfaces that a network uses: those it was told to, or all but loopback. Asked anew each time, because
 * addresses come and go.
 */
public final class Interfaces {
    private final List<String> chosen;

    /**
     * The interfaces that the user wants.
     *
     * @param chosen their names or addresses; none means all but loopback
     */
    public Interfaces(List<String> chosen) {
        this.chosen = List.copyOf(chosen);
    }

    /** Whether the user named interfaces. */
    public boolean areChosen() {
        return !chosen.isEmpty();
    }

    /**
     * The interfaces to use now.
     *
     * @throws NetworkException if one was chosen that does not exist or has no IPv4 address, or the system does not tell
     */
    public List<LocalInterface> now() {
        List<LocalInterface> all = LocalInterface.all();
        for (String wanted : chosen) {
            if (all.stream().noneMatch(i -> matches(i, wanted))) {
                throw new NetworkException(
                        Reason.NO_INTERFACE,
                        "no interface '" + wanted + "' with an IPv4 address is up; there are " + describe(all),
                        null);
            }
        }
        return choose(all);
    }

    /**
     * Those of the interfaces that are there now; a chosen one may come later.
     *
     * @throws NetworkException if the system does not tell
     */
    public List<LocalInterface> present() {
        return choose(LocalInterface.all());
    }

    private List<LocalInterface> choose(List<LocalInterface> all) {
        return all.stream()
                .filter(i -> chosen.isEmpty() ? !i.loopback() : chosen.stream().anyMatch(c -> matches(i, c)))
                .toList();
    }

    private static boolean matches(LocalInterface i, String wanted) {
        return i.name().equals(wanted) || i.address().toString().equals(wanted);
    }

    private static String describe(List<LocalInterface> all) {
        return all.isEmpty()
                ? "none"
                : String.join(
                        ", ",
                        all.stream().map(i -> i.name() + " " + i.address()).toList());
    }
}
