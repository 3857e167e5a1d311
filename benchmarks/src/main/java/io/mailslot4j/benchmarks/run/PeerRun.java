package io.mailslot4j.benchmarks.run;

import java.io.IOException;
import java.util.List;

/** Others that decode and encode the same octets, one after the other. */
record PeerRun(Programs programs, Results results) {
    private static final int WARM_UP = 3;

    void pass() throws IOException {
        if (results.canMeasureBy(Peer.SAMBA_NDR, "samba-ndr-decode", "samba-ndr-encode")) {
            try (Program samba = programs.python("ndr")) {
                measure(samba, 100_000, "samba-ndr-decode", "samba-ndr-encode");
            }
        }
        if (results.canMeasureBy(Peer.SCAPY, "scapy-decode", "scapy-encode")) {
            try (Program scapy = programs.python("scapy")) {
                measure(scapy, 1000, "scapy-decode", "scapy-encode");
            }
        }
        try (Program jfileserver = programs.java("jfileserver", 0)) {
            measure(jfileserver, 1_000_000, "jfileserver-decode");
        }
        for (String each : List.of("jcifs", "name")) {
            try (Program codec = programs.java(each.equals("name") ? "name-codec" : each, 0)) {
                measure(
                        codec,
                        1_000_000,
                        each + "-decode-question",
                        each + "-decode-answer",
                        each + "-encode-question");
            }
        }
    }

    private void measure(Program program, int times, String... figures) throws IOException {
        for (int i = 0; i < WARM_UP; i++) {
            program.run(times);
        }
        List<Long> nanos = program.run(times).numbers();
        for (int i = 0; i < figures.length; i++) {
            results.add(figures[i], (double) nanos.get(i) / times);
        }
    }
}
