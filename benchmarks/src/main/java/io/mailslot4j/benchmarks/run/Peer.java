package io.mailslot4j.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What is measured beside us, or measures, and not every machine has. */
enum Peer {
    /** Compiles the C references, the sender of floods, and what takes the time of commands. */
    GCC("gcc", "gcc"),
    /** Samba's name and datagram server. */
    NMBD("nmbd", "samba") {
        @Override
        boolean isHere() {
            return super.isHere() && isOnPath("nmblookup");
        }
    },
    /** Samba's test suite. */
    SMBTORTURE("smbtorture", "samba-testsuite"),
    /** Wireshark on the command line. */
    TSHARK("tshark", "tshark"),
    /** Captures packets, and lists them. */
    TCPDUMP("tcpdump", "tcpdump"),
    /** Samba's codecs. */
    SAMBA_NDR("samba.dcerpc.nbt", "python3-samba") {
        @Override
        boolean isHere() {
            return canImport(name);
        }
    },
    /** Reads and builds packets. */
    SCAPY("scapy.layers.netbios", "python3-scapy") {
        @Override
        boolean isHere() {
            return canImport(name);
        }
    };

    /** The system's, which has Debian's packages. */
    static final String PYTHON = "/usr/bin/python3";

    final String name;
    private final String debianPackage;

    Peer(String name, String debianPackage) {
        this.name = name;
        this.debianPackage = debianPackage;
    }

    /** Whether this machine has it. */
    boolean isHere() {
        return isOnPath(name);
    }

    /** What the report says where it is not. */
    String missing() {
        return name + " is not installed (Debian: " + debianPackage + ")";
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static boolean canImport(String module) {
        try {
            return Files.isExecutable(Path.of(PYTHON))
                    && new ProcessBuilder(PYTHON, "-c", "import " + module)
                                    .redirectErrorStream(true)
                                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                    .start()
                                    .waitFor()
                            == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
