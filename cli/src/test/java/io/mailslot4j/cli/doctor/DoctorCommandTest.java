package io.mailslot4j.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.Mailslot;
import io.mailslot4j.MailslotNetwork;
import io.mailslot4j.NetworkStatus;
import io.mailslot4j.cli.JsonReader;
import io.mailslot4j.cli.Main;
import io.mailslot4j.cli.Ran;
import io.mailslot4j.cli.names.NamePackets;
import io.mailslot4j.cli.names.NamePeer;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import io.mailslot4j.protocol.nameservice.NodeName;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code doctor} finds on the loopback interface, on a port that nobody has. */
@Timeout(60)
class DoctorCommandTest {
    private String port = "";

    @BeforeEach
    void choosePort() throws SocketException {
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = Integer.toString(free.getLocalPort());
        }
    }

    @Test
    void allIsFine() {
        Ran ran = doctor("--no-dns");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.lines())
                .contains(
                        "ok       who we are      computer FRED (as --computer-name says)"
                                + " in the workgroup LABGRP (as --workgroup says)",
                        "ok       local slots     a message to ourselves arrived",
                        "ok       finding others  a name is looked for by broadcast (nobody was asked now)")
                .anyMatch(line -> line.startsWith("ok       interfaces      ") && line.contains(" 127.0.0.1/8 "))
                .anyMatch(line -> line.startsWith("ok       receiving       a listener has UDP 127.0.0.1:" + port))
                .anyMatch(line -> line.startsWith("note     being found     nothing here answers for FRED"))
                .noneMatch(line -> line.startsWith("trouble"));
        assertThat(ran.lines().get(ran.lines().size() - 1)).startsWith("Messages can be sent and received");
        assertThat(ran.exitCode()).isZero();
    }

    @Test
    void whatWasOpenedIsClosed() throws IOException {
        assertThat(doctor().exitCode()).isZero();
        try (DatagramSocket again = new DatagramSocket(Integer.parseInt(port), InetAddress.getLoopbackAddress())) {
            assertThat(again.isBound()).isTrue();
        }
    }

    @Test
    void jsonHasTheSame() {
        Ran ran = doctor("--json", "--wins", "192.0.2.1", "--no-dns");
        List<Map<String, Object>> checks =
                ran.lines().stream().map(JsonReader::object).toList();
        assertThat(checks)
                .extracting(check -> check.get("check"))
                .containsExactly(
                        "who we are",
                        "interfaces",
                        "receiving",
                        "receive buffer",
                        "local slots",
                        "being found",
                        "finding others",
                        "system",
                        "firewall",
                        "Windows peers");
        assertThat(checks)
                .contains(Map.of(
                        "check",
                        "finding others",
                        "state",
                        "ok",
                        "found",
                        "a name is looked for by WINS 192.0.2.1, then broadcast (nobody was asked now)"))
                .contains(Map.of(
                        "check",
                        "firewall",
                        "state",
                        "note",
                        "found",
                        "not looked at",
                        "advice",
                        "it must let UDP port " + port + " in, or messages do not come"));
    }

    @Test
    void aPortThatSomebodyElseHasIsTrouble() throws IOException {
        try (DatagramSocket other = new DatagramSocket(Integer.parseInt(port), InetAddress.getLoopbackAddress())) {
            Ran ran = doctor("--nmbd-socket", "/nowhere/\u001b[2J");
            assertThat(ran.exitCode())
                    .as("on %s", other.getLocalSocketAddress())
                    .isEqualTo(1);
            assertThat(ran.lines())
                    .containsSubsequence(
                            "trouble  receiving       nothing comes from the network, only messages of this machine",
                            "ok       local slots     a message to ourselves arrived",
                            "Not everything works: see to receiving, and run this again.")
                    .anyMatch(
                            line -> line.startsWith(" ".repeat(25) + "→ UDP port " + port + " on 127.0.0.1 is in use: ")
                                    && line.contains("/nowhere/\\x1b[2J"));
        }
    }

    @Test
    void whoSharesThePortIsTold() {
        try (MailslotNetwork other = MailslotNetwork.builder()
                        .networkInterface("127.0.0.1")
                        .listenPort(Integer.parseInt(port))
                        .build();
                Mailslot<String> reader =
                        Mailslot.builder("DOCTORTEST").network(other).openReader()) {
            Ran ran = doctor();
            assertThat(ran.lines())
                    .as("beside %s", reader)
                    .anyMatch(line -> line.contains("a listener has UDP 127.0.0.1:" + port)
                            && line.contains(", shared by the mailslot program with process id "
                                    + ProcessHandle.current().pid()));
            assertThat(ran.exitCode()).isZero();
            NetworkStatus after = other.status();
            assertThat(after.problem()).isEmpty();
            assertThat(after.holder()).isEmpty();
        }
    }

    @Test
    void anInterfaceThatIsNotThereIsTrouble() {
        Ran ran = Ran.mailslot("doctor", "--interface", "none0", "--json");
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.lines())
                .anyMatch(line -> line.contains("\"check\":\"interfaces\",\"state\":\"trouble\"")
                        && line.contains("no interface 'none0'"));
    }

    @Test
    void withoutNetworkOnlyThisMachineMatters() {
        Ran ran = Ran.mailslot("doctor", "--no-network");
        assertThat(ran.lines())
                .hasSize(5)
                .contains(
                        "note     receiving       only messages of this machine: --no-network switches the rest off",
                        "ok       local slots     a message to ourselves arrived",
                        "Messages can be sent and received on this machine.");
        assertThat(ran.exitCode()).isZero();
    }

    @Test
    void whoAnswersForTheNamesOfThisHostIsTold() throws IOException {
        try (NamePeer peer = peerCalled("FRED")) {
            assertThat(doctor("--name-port", peer.port()).lines())
                    .contains("ok       being found     a program at 127.0.0.1:" + peer.port() + " answers for FRED");
        }
        try (NamePeer peer = peerCalled("BOB")) {
            assertThat(doctor("--name-port", peer.port()).lines())
                    .contains("warning  being found     a program at 127.0.0.1:" + peer.port()
                            + " answers for BOB, and not for FRED");
        }
    }

    private static NamePeer peerCalled(String computer) throws SocketException {
        NodeName name = new NodeName(NetBiosName.of(computer, NameSuffix.WORKSTATION), 0);
        return new NamePeer(query -> List.of(NamePackets.status(query, name)));
    }

    /** Not even to a server that it is told, nor although it is to own names. */
    @Test
    void nothingIsSentToAnybody() throws IOException {
        try (DatagramChannel server = DatagramChannel.open(StandardProtocolFamily.INET)) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .configureBlocking(false);
            String names = Integer.toString(((InetSocketAddress) server.getLocalAddress()).getPort());
            Ran ran = doctor("--own-names", "--wins", "127.0.0.1", "--name-port", names);
            assertThat(ran.out()).contains("being found");
            assertThat(server.receive(ByteBuffer.allocate(1))).isNull();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a folder there is not open to others by its mode")
    void aFolderThatIsOpenToOthersIsTrouble(@TempDir Path folder) throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-p",
                System.getProperty("jdk.module.path"),
                "-m",
                Main.class.getModule().getName() + "/" + Main.class.getName()));
        command.addAll(words());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("MAILSLOT4J_FOLDER", folder.toString());
        Process process = builder.start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(lines)
                .contains(
                        "trouble  local slots     programs of this machine do not reach each other",
                        "trouble  receiving       a reader cannot be opened",
                        "Not everything works: see to receiving, local slots, and run this again.")
                .anyMatch(line -> line.startsWith(" ".repeat(25) + "→ ") && line.contains(folder.toString()));
        assertThat(process.waitFor()).isEqualTo(1);
    }

    private Ran doctor(String... more) {
        List<String> args = words();
        args.addAll(List.of(more));
        return Ran.mailslot(args.toArray(String[]::new));
    }

    private List<String> words() {
        return new ArrayList<>(List.of(
                "doctor",
                "--computer-name",
                "FRED",
                "--workgroup",
                "LABGRP",
                "--interface",
                "127.0.0.1",
                "--listen-port",
                port));
    }
}
