package io.mailslot4j.interop.peer;

import io.mailslot4j.interop.lab.LabHost;
import io.mailslot4j.interop.lab.RunningProcess;
import java.util.List;

/** A JVM on a host of the lab that runs {@link LogonServerMain}. */
public final class LogonServer {
    private final RunningProcess process;

    private LogonServer(RunningProcess process) {
        this.process = process;
    }

    /** Starts one. */
    public static LogonServer start(LabHost host, String computer, String domain) {
        return new LogonServer(host.startJava(LogonServerMain.class, List.of(computer, domain)));
    }

    /**
     * A question that it got.
     *
     * @param slot where
     * @param opcode what is asked, by MS-ADTS section 6.3.1.3
     * @param sender who asks
     * @param destination whom
     */
    public record Question(String slot, int opcode, String sender, String destination) {}

    /** Waits for the next question. */
    public Question next() {
        String[] parts = process.awaitLine("question\t.*").split("\t", -1);
        return new Question(parts[1], Integer.parseInt(parts[2]), parts[3], parts[4]);
    }
}
