package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.name.NetBiosName;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks into an lmhosts file that was read before. */
final class LmHostsMethod implements LookupMethod {
    private final LmHosts file;

    LmHostsMethod(LmHosts file) {
        this.file = file;
    }

    @Override
    public String describe() {
        return "lmhosts";
    }

    @Override
    public void find(NetBiosName name, Consumer<Result> result) {
        Optional<LmHosts.Entry> entry = file.entry(name);
        if (entry.isPresent()) {
            result.accept(new Found(ownersIn(entry.get()), FOR_EVER));
        } else {
            int problems = file.problems().size();
            result.accept(new NotFound(
                    problems == 0
                            ? "not in it"
                            : "not in it, but of " + problems + " lines that cannot be used the first is "
                                    + file.problems().get(0)));
        }
    }

    /** The owners that an entry tells. */
    static List<NameOwner> ownersIn(LmHosts.Entry entry) {
        return entry.addresses().stream()
                .map(address -> new NameOwner(address, entry.group(), "lmhosts"))
                .toList();
    }
}
