package io.mailslot4j.nameservice;

import io.mailslot4j.NetworkException;
import io.mailslot4j.protocol.name.NetBiosName;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds names by one method after the other until one knows: first what is known already, then the chain. Several names
 * may be looked for at once; who asks for a name that is already being looked for gets the same answer. Belongs to the
 * name service's thread.
 */
final class Resolver {
    /** Each has a socket of its own. */
    static final int AT_ONCE = 64;
    /** How many names more may wait for their turn. */
    static final int MOST_WAITING = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.names");

    private final NameCache cache;
    private final List<LookupMethod> chain;
    private final Timers timers;
    private final Map<NetBiosName, List<Consumer<NameLookup>>> running = new HashMap<>();
    private final Deque<NetBiosName> waiting = new ArrayDeque<>();
    private boolean startingNext;

    /** @param chain the methods after the cache, in order */
    Resolver(NameCache cache, List<LookupMethod> chain, Timers timers) {
        this.cache = cache;
        this.chain = List.copyOf(chain);
        this.timers = timers;
    }

    /** The chain in words. May be asked by any thread. */
    List<String> methods() {
        return chain.stream().map(LookupMethod::describe).toList();
    }

    /** Looks for {@code name}, and tells {@code result} once how it was found, or what was tried. */
    void lookup(NetBiosName name, Consumer<NameLookup> result) {
        Optional<List<NameOwner>> known = cache.find(name);
        if (known.isPresent()) {
            String outcome = known.get().isEmpty() ? "nobody answered a moment ago" : "found";
            NameLookup.Step step = new NameLookup.Step("cache", outcome, Duration.ZERO);
            result.accept(new NameLookup(name, known.get(), List.of(step)));
            return;
        }
        List<Consumer<NameLookup>> others = running.get(name);
        if (others != null) {
            others.add(result);
            return;
        }
        if (waiting.size() == MOST_WAITING) {
            NameLookup.Step step =
                    new NameLookup.Step("none", "not asked: too many names are being looked for", Duration.ZERO);
            result.accept(new NameLookup(name, List.of(), List.of(step)));
            return;
        }
        running.put(name, new ArrayList<>(List.of(result)));
        if (running.size() - waiting.size() > AT_ONCE) {
            waiting.add(name);
        } else {
            start(name);
        }
    }

    private void start(NetBiosName name) {
        List<NameLookup.Step> steps = new ArrayList<>();
        steps.add(new NameLookup.Step("cache", "not there", Duration.ZERO));
        tryFrom(0, name, steps);
    }

    /** What ends at once comes back here: it is left to the one who began, however many names wait. */
    private void startNext() {
        if (startingNext) {
            return;
        }
        startingNext = true;
        try {
            while (!waiting.isEmpty() && running.size() - waiting.size() < AT_ONCE) {
                start(waiting.remove());
            }
        } finally {
            startingNext = false;
        }
    }

    private void tryFrom(int index, NetBiosName name, List<NameLookup.Step> steps) {
        if (index == chain.size()) {
            cache.learnAbsence(name);
            finish(name, List.of(), steps);
            return;
        }
        LookupMethod method = chain.get(index);
        long start = timers.nanoTime();
        find(method, name, found -> {
            Duration took = Duration.ofNanos(timers.nanoTime() - start);
            if (found instanceof LookupMethod.Found hit) {
                steps.add(new NameLookup.Step(method.describe(), "found", took));
                cache.learn(name, hit.owners(), hit.validFor());
                finish(name, hit.owners(), steps);
            } else if (found instanceof LookupMethod.NotFound miss) {
                steps.add(new NameLookup.Step(method.describe(), miss.why(), took));
                tryFrom(index + 1, name, steps);
            }
        });
    }

    /** What keeps a method from working is no reason not to try the others. */
    private static void find(LookupMethod method, NetBiosName name, Consumer<LookupMethod.Result> result) {
        try {
            method.find(name, result);
        } catch (NetworkException e) {
            result.accept(new LookupMethod.NotFound(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.warn("{} failed to look for {}", method.describe(), name, e);
            result.accept(new LookupMethod.NotFound("failed: " + e));
        }
    }

    private void finish(NetBiosName name, List<NameOwner> owners, List<NameLookup.Step> steps) {
        NameLookup lookup = new NameLookup(name, owners, steps);
        List<Consumer<NameLookup>> askers = running.remove(name);
        startNext();
        if (askers != null) {
            askers.forEach(asker -> asker.accept(lookup));
        }
    }
}
