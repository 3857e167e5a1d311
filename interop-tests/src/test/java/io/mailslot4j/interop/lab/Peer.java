package io.mailslot4j.interop.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What a test may need that not every machine has. */
public enum Peer {
    /** Network namespaces, and the right to make them. */
    LAB("the right to make network namespaces (root, Debian package iproute2)") {
        @Override
        boolean isHere() {
            String trial = Namespaces.PREFIX + ProcessHandle.current().pid() + "-trial";
            return isOnPath("ip")
                    && Command.succeeds(List.of("ip", "netns", "add", trial))
                    && Command.succeeds(List.of("ip", "netns", "del", trial));
        }
    },
    /** Samba's name and datagram server, and its client. */
    NMBD("nmbd and nmblookup (Debian packages samba and samba-common-bin)") {
        @Override
        boolean isHere() {
            return isOnPath("nmbd") && isOnPath("nmblookup");
        }
    },
    /** Wireshark on the command line. */
    TSHARK("tshark and text2pcap (Debian package tshark)") {
        @Override
        boolean isHere() {
            return isOnPath("tshark") && isOnPath("text2pcap");
        }
    },
    /** Samba's codecs. */
    SAMBA_NDR("Samba's Python modules (Debian package python3-samba)") {
        @Override
        boolean isHere() {
            return Files.isExecutable(Path.of(SambaNdr.PYTHON))
                    && Command.succeeds(List.of(SambaNdr.PYTHON, "-c", "import samba.dcerpc.nbt"));
        }
    },
    /** Samba's Active Directory domain controller, of which only the name, datagram and WINS services are used. */
    DOMAIN_CONTROLLER("a Samba domain controller (Debian packages samba-ad-dc and samba-ad-provision)") {
        @Override
        boolean isHere() {
            return isOnPath("samba")
                    && isOnPath("samba-tool")
                    && Files.isDirectory(Path.of("/usr/share/samba/setup/ad-schema"))
                    && DomainController.hasDatabaseModules();
        }
    },
    /** Samba's test suite. */
    SMBTORTURE("smbtorture (Debian package samba-testsuite)") {
        @Override
        boolean isHere() {
            return isOnPath("smbtorture");
        }
    },
    /** Lists the names of many hosts. */
    NBTSCAN("nbtscan (Debian package nbtscan)") {
        @Override
        boolean isHere() {
            return isOnPath("nbtscan");
        }
    },
    /** Looks for ports, and with a script for names. */
    NMAP("nmap (Debian package nmap)") {
        @Override
        boolean isHere() {
            return isOnPath("nmap");
        }
    },
    /** Another implementation in Python. */
    IMPACKET("impacket (Debian package python3-impacket)") {
        @Override
        boolean isHere() {
            return Command.succeeds(List.of(SambaNdr.PYTHON, "-c", "import impacket.nmb"));
        }
    },
    /** Captures packets. */
    TCPDUMP("tcpdump (Debian package tcpdump)") {
        @Override
        boolean isHere() {
            return isOnPath("tcpdump");
        }
    },
    /** Makes a network slow. */
    TC("tc (Debian package iproute2)") {
        @Override
        boolean isHere() {
            return isOnPath("tc");
        }
    },
    /** Takes privileges away. */
    SETPRIV("setpriv (Debian package util-linux)") {
        @Override
        boolean isHere() {
            return isOnPath("setpriv");
        }
    };

    private final String description;

    Peer(String description) {
        this.description = description;
    }

    abstract boolean isHere();

    /** What it is, and where to get it. */
    @Override
    public String toString() {
        return description;
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
