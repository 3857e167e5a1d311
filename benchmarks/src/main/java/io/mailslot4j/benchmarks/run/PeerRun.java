package io.mailslot4j.benchmarks.run;

import java.io.IOException;
import java.util.List;

/** Others that decode and encode the same datagram, in this process or that, one after the other. */
record PeerRun(Programs programs, Results results) {
    private static final int WARM_UP = 3;

    void pass() throws IOException {
        try (Program samba = programs.python("ndr")) {
            measure("samba-ndr", samba, 100_000);
        }
        try (Program scapy = programs.python("scapy")) {
            measure("scapy", scapy, 1000);
        }
        try (Program jfileserver = programs.java("jfileserver", 0)) {
            measure("jfileserver", jfileserver, 1_000_000);
        }
    }

    private void measure(String peer, Program program, int times) throws IOException {
        for (int i = 0; i < WARM_UP; i++) {
            program.run(times);
        }
        List<Long> nanos = program.run(times).numbers();
        results.add(peer + "-decode", (double) nanos.get(0) / times);
        if (nanos.size() > 1) {
            results.add(peer + "-encode", (double) nanos.get(1) / times);
        }
    }
}
