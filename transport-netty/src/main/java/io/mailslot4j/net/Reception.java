package io.mailslot4j.net;

import io.mailslot4j.NetworkException;
import io.mailslot4j.NetworkException.Reason;
import io.mailslot4j.NetworkStatus;
import io.mailslot4j.RuntimeFolderException;
import io.mailslot4j.host.Interfaces;
import io.mailslot4j.host.KernelDrops;
import io.mailslot4j.host.LocalInterface;
import io.mailslot4j.local.HolderWatch;
import io.mailslot4j.local.PacketReceiver;
import io.mailslot4j.local.PortDescription;
import io.mailslot4j.local.SharedPort;
import io.mailslot4j.local.SocketLoop;
import io.mailslot4j.protocol.name.NetBiosName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a network hears: by UDP sockets of its own, or by those of another process of this host that has the port and hands
 * over what comes, which may be Samba's nmbd. When that one ends, we take its place or join whoever does; when nobody can
 * have the port, we wait for one who can, and try again now and then. Thread-safe.
 */
final class Reception implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("io.mailslot4j.network");

    private final NetworkOptions options;
    private final Interfaces interfaces;
    private final Naming naming;
    private final SocketLoop loop;
    private final Folders folders;
    private final PacketReceiver receiver;
    private final PortOpening opening;

    private final Object lock = new Object();
    private volatile @Nullable SharedPort port;
    private volatile SharedPort.@Nullable Sockets opened;
    private volatile @Nullable PortDescription heard;
    private volatile @Nullable NetworkException problem;
    private final Retrying retrying;
    private volatile boolean nmbdChanged;
    private volatile boolean closed;
    private boolean warm;

    /** @param betweenTries when to see whether a program that is none of ours has given the port back */
    Reception(
            NetworkOptions options,
            Interfaces interfaces,
            Naming naming,
            SocketLoop loop,
            Folders folders,
            PacketReceiver receiver,
            Duration betweenTries) {
        this.options = options;
        this.interfaces = interfaces;
        this.naming = naming;
        this.loop = loop;
        this.folders = folders;
        this.receiver = receiver;
        this.opening = new PortOpening(options.nmbdSocket(), this::nmbdHasChanged);
        this.retrying = new Retrying(this::tryAgain, this::isHearing, this::watch, betweenTries);
    }

    /**
     * Hears from now on, unless it does already or the network is switched off. A failure is logged and kept in the status;
     * we try again with the next reader, when another process has the port, and now and then.
     *
     * @throws NetworkException if that fails and the network is required
     */
    void listen() {
        synchronized (lock) {
            if (heard != null || !options.enabled() || closed) {
                return;
            }
            if (options.required()) {
                obtain();
            } else {
                obtainOrReport();
            }
        }
    }

    private void obtainOrReport() {
        try {
            obtain();
        } catch (NetworkException e) {
            report(e);
            retrying.start();
        }
    }

    private void obtain() {
        List<LocalInterface> chosen = interfaces.areChosen() ? interfaces.now() : List.of();
        ListenAddresses addresses = ListenAddresses.of(chosen, options.listenPort());
        if (port == null && options.shared() && options.listenPort() != 0) {
            port = new SharedPort(
                    loop, folders.ofPorts(), addresses.key(), tap -> open(addresses, tap), receiver, retrying::start);
        }
        SharedPort sharing = port;
        try {
            heard = sharing == null ? open(addresses, receiver).describe() : sharing.acquire();
        } catch (RuntimeFolderException e) {
            opened = null;
            throw new NetworkException(Reason.INPUT_OUTPUT, String.valueOf(e.getMessage()), e);
        } catch (RuntimeException | Error e) {
            // What was opened before the trouble is closed again.
            opened = null;
            throw e;
        }
        if (sharing != null && opened == null && !warm) {
            warm = true;
            // So that the port is not free for long when it is our turn.
            Thread warming = new Thread(this::warmUp, "mailslot4j-warm-up");
            warming.setDaemon(true);
            warming.start();
        }
        claimNames();
        problem = null;
        LOG.info("listening on {}", heard);
    }

    private SharedPort.Sockets open(ListenAddresses addresses, PacketReceiver tap) {
        SharedPort.Sockets sockets = opening.open(addresses, tap);
        opened = sockets;
        return sockets;
    }

    private void nmbdHasChanged() {
        nmbdChanged = true;
        retrying.start();
    }

    /** Most of the time to open sockets goes into loading what they need. */
    private void warmUp() {
        try (Endpoint rehearsal = Endpoint.open(ListenAddresses.rehearsal(), receiver)) {
            LOG.debug("rehearsed with {}", rehearsal.describe());
        } catch (NetworkException e) {
            LOG.debug("cannot open a socket on any port", e);
        }
    }

    private void report(NetworkException e) {
        if (problem == null && !closed) {
            LOG.warn("no messages will come from the network: {}", e.getMessage());
        }
        problem = e;
    }

    private boolean tryAgain() {
        synchronized (lock) {
            if (closed || isHearing()) {
                return true;
            }
            if (nmbdChanged) {
                nmbdChanged = false;
                letGo();
            }
            heard = null;
            try {
                obtain();
                return true;
            } catch (NetworkException e) {
                report(e);
                return false;
            }
        }
    }

    private HolderWatch watch() {
        SharedPort sharing = port;
        return sharing == null ? HolderWatch.ofNothing() : sharing.watch();
    }

    private boolean isHearing() {
        SharedPort sharing = port;
        return heard != null && !nmbdChanged && (sharing == null || sharing.isAcquired());
    }

    /** Whoever finds this host by our name sends to the port, and whichever process has that hands over to us. */
    private void claimNames() {
        try {
            naming.claim();
        } catch (NetworkException e) {
            // Another process that shares the port may have the names of this host too.
            if (!options.required() || opened == null) {
                return;
            }
            letGo();
            throw e;
        }
    }

    /** Where packets leave while we have the port. */
    Optional<PacketSink> sockets() {
        return opened instanceof PacketSink sink ? Optional.of(sink) : Optional.empty();
    }

    /** The port where an answer would be received. */
    int answerPort() {
        PortDescription known = heard;
        return known == null || known.addresses().isEmpty()
                ? options.listenPort()
                : known.addresses().get(0).getPort();
    }

    NetworkStatus status(NetBiosName computer, NetBiosName workgroup) {
        PortDescription known = heard;
        OptionalLong holder = known == null || opened != null ? OptionalLong.empty() : OptionalLong.of(known.process());
        if (known == null) {
            known = new PortDescription(List.of(), 0, 0, Optional.empty());
        }
        return new NetworkStatus(
                computer.text(),
                workgroup.text(),
                known.addresses(),
                known.receiveBuffer(),
                known.addresses().isEmpty() ? OptionalLong.empty() : KernelDrops.of(known.addresses()),
                holder,
                known.nmbdSocket(),
                Optional.ofNullable(problem),
                naming.problem());
    }

    /**
     * The chosen interfaces have other addresses: hears there from now on, and nowhere else. What comes in between is lost,
     * also at an address that stays.
     */
    void moved() {
        synchronized (lock) {
            if (closed || (heard == null && problem == null)) {
                return;
            }
            letGo();
            retrying.lookElsewhere();
            obtainOrReport();
        }
    }

    private void letGo() {
        SharedPort sharing = port;
        SharedPort.Sockets sockets = opened;
        port = null;
        opened = null;
        heard = null;
        if (sharing != null) {
            sharing.close();
        }
        if (sockets != null) {
            sockets.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        SharedPort sharing = port;
        if (sharing != null) {
            // Outside of the lock, whose owner may wait for an answer on this very port.
            sharing.close();
        }
        retrying.close();
        synchronized (lock) {
            letGo();
        }
    }
}
