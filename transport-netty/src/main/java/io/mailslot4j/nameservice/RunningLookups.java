package io.mailslot4j.nameservice;

import io.mailslot4j.host.Interfaces;
import io.mailslot4j.host.LocalInterface;
import io.mailslot4j.host.PacketTap;
import io.mailslot4j.host.RecentInterfaces;
import io.mailslot4j.protocol.name.NameSuffix;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** What there is between the first question to a name service and its end: threads, what is known, and whom to ask. */
record RunningLookups(NettyLoop loop, ExecutorService blocking, Resolver resolver) implements AutoCloseable {
    /** Looking up hosts blocks a thread each; more questions at once than this wait, and far more are not asked. */
    private static final int BLOCKING_THREADS = 4;

    private static final int BLOCKING_QUEUE = 256;

    /** What a computer without anything special has; Windows preloads the same for an lmhosts line. */
    private static final List<NameSuffix> OF_COMPUTERS =
            List.of(NameSuffix.WORKSTATION, NameSuffix.MESSENGER, NameSuffix.SERVER);

    /**
     * Starts it.
     *
     * @param ids that nobody can guess, for each question another
     */
    static RunningLookups start(NameServiceOptions options, Interfaces interfaces, IntSupplier ids) {
        Optional<LmHosts> lmHosts = options.lmHosts().map(LmHosts::read);
        NettyLoop loop = new NettyLoop(
                options.packetWatcher().map(watcher -> new PacketTap(watcher, new RecentInterfaces(interfaces))));
        ExecutorService blocking = threadsForHosts();
        NameCache cache = new NameCache(loop, options.timers(), NameCache.DEFAULT_CAPACITY);
        preload(cache, options, lmHosts);
        List<LookupMethod> chain = new ArrayList<>();
        for (NameServiceBuilder.Method method : options.order()) {
            switch (method) {
                case WINS ->
                    options.winsServers()
                            .forEach(server -> chain.add(
                                    new WinsMethod(loop, loop, ids, options.remoteAddress(server), options.timers())));
                case BROADCAST ->
                    chain.add(new BroadcastMethod(
                            loop, loop, ids, () -> broadcastAddresses(options, interfaces), options.timers()));
                case LMHOSTS -> lmHosts.ifPresent(file -> chain.add(new LmHostsMethod(file)));
                case HOSTS -> {
                    if (options.hostsAndDns()) {
                        chain.add(new HostsMethod(
                                InetAddress::getAllByName,
                                blocking,
                                loop,
                                loop,
                                options.timers().get(NameServiceTimer.HOSTS)));
                    }
                }
            }
        }
        return new RunningLookups(loop, blocking, new Resolver(cache, chain, loop));
    }

    private static ExecutorService threadsForHosts() {
        ThreadPoolExecutor blocking = new ThreadPoolExecutor(
                BLOCKING_THREADS,
                BLOCKING_THREADS,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(BLOCKING_QUEUE),
                action -> {
                    Thread thread = new Thread(action, "mailslot4j-hosts");
                    thread.setDaemon(true);
                    return thread;
                });
        blocking.allowCoreThreadTimeOut(true);
        return blocking;
    }

    private static void preload(NameCache cache, NameServiceOptions options, Optional<LmHosts> lmHosts) {
        options.hosts()
                .forEach((name, address) -> OF_COMPUTERS.forEach(suffix -> cache.preload(
                        name.with(suffix).in(options.scope()),
                        List.of(new NameOwner(address, false, "static table")))));
        lmHosts.ifPresent(file -> file.preloaded()
                .forEach(entry -> cache.preload(entry.name().in(options.scope()), LmHostsMethod.ownersIn(entry))));
    }

    private static List<InetSocketAddress> broadcastAddresses(NameServiceOptions options, Interfaces interfaces) {
        return interfaces.now().stream()
                .filter(LocalInterface::hasBroadcast)
                .map(i -> options.remoteAddress(i.broadcast()))
                .toList();
    }

    @Override
    public void close() {
        blocking.shutdownNow();
        loop.close();
    }
}
