package io.mailslot4j.interop.peer;

import io.mailslot4j.interop.lab.LabHost;
import io.mailslot4j.interop.lab.RunningProcess;
import io.mailslot4j.protocol.Octets;
import java.util.List;

/** A JVM on a host of the lab that runs {@link JFileServerMain}. */
public final class JFileServer {
    /** The NetBIOS name that it sends under. */
    public static final String COMPUTER = "JFSHOST";

    private final RunningProcess process;

    private JFileServer(RunningProcess process) {
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @param address where it receives: its host's, or 0.0.0.0 for broadcasts too
     */
    public static JFileServer start(LabHost host, String address) {
        RunningProcess process = host.startJava(JFileServerMain.class, List.of(address, host.broadcast()));
        process.awaitLine("listening");
        return new JFileServer(process);
    }

    /**
     * Sends a mailslot write.
     *
     * @param address where to, or {@code by-name} if that is to be found out
     * @param type {@code DIRECT_UNIQUE}, {@code DIRECT_GROUP} or {@code BROADCAST}
     * @param name with its suffix behind a blank, such as {@code LABGRP 1d}
     */
    public void send(String address, String type, String name, String slot, Octets payload) {
        process.say(String.join(" ", address, type, name, slot, payload.toString()));
        process.awaitLine("sent");
    }

    /** What it got: type, sender, destination, slot and payload. */
    public record Receipt(String type, String source, String destination, String slot, Octets payload) {}

    /** Waits for the next mailslot write from a computer; it hears its own broadcasts too. */
    public Receipt nextFrom(String source) {
        String[] parts =
                process.awaitLine("message\t[^\t]*\t" + source + "\t.*").split("\t", -1);
        return new Receipt(parts[1], parts[2], parts[3], parts[4], Octets.ofHex(parts[5]));
    }
}
