package io.mailslot4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchService;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several networks on one host that share a port of the loopback interface, as processes of one user do. */
@Timeout(60)
class SharedPortTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private int port;
    private MailslotNetwork first;
    private MailslotNetwork second;
    private MailslotNetwork outside;

    private MailslotNetworkBuilder loopback(String computer) {
        return MailslotNetwork.builder()
                .computerName(computer)
                .workgroup("GRP")
                .networkInterface("127.0.0.1")
                .listenPort(port)
                .remotePort(port)
                .requireNetwork(true)
                .runtimeFolder(folder.resolve("run"));
    }

    @BeforeEach
    void open() throws SocketException {
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        first = loopback("PC").build();
        second = loopback("PC").build();
        outside = loopback("OUTSIDE").withoutOtherProcesses().build();
    }

    @AfterEach
    void close() {
        outside.close();
        second.close();
        first.close();
    }

    private static Mailslot<String> reader(MailslotNetwork network, String slot) {
        return Mailslot.builder(slot).network(network).openReader();
    }

    private void send(String target, String slot, String text) {
        Mailslot.builder("\\\\" + target + "\\mailslot\\" + slot)
                .network(outside)
                .open()
                .put(text);
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    @Test
    void whoeverHasThePortHandsOverToTheOthers() throws InterruptedException {
        Mailslot<String> one = reader(first, "one");
        Mailslot<String> two = reader(second, "two");
        send("PC@127.0.0.1", "one", "unicast");
        send("PC@127.0.0.1", "two", "unicast");
        assertThat(one.get(LONG)).isEqualTo("unicast");
        Message<String> unicast = two.receive(LONG);
        assertThat(unicast.payload()).isEqualTo("unicast");
        assertThat(unicast.delivery()).isEqualTo(Message.Delivery.UNIQUE);
        assertThat(unicast.sender()).hasToString("OUTSIDE<00>");
        assertThat(unicast.address().orElseThrow().getAddress().getHostAddress())
                .isEqualTo("127.0.0.1");
        assertThat(unicast.networkInterface()).isPresent();
        // These come by another socket, and sockets keep no order among themselves.
        send("*", "one", "broadcast");
        send("*", "two", "broadcast");
        assertThat(one.get(LONG)).isEqualTo("broadcast");
        assertThat(two.get(LONG)).isEqualTo("broadcast");
    }

    @Test
    void theStatusTellsWhoHasThePort() {
        reader(first, "one");
        reader(second, "two");
        NetworkStatus holder = first.status();
        NetworkStatus member = second.status();
        assertThat(member.problem()).isEmpty();
        assertThat(member.listening()).isEqualTo(holder.listening()).isNotEmpty();
        assertThat(member.receiveBuffer()).isEqualTo(holder.receiveBuffer());
    }

    /** Each judges what comes for itself, as if it had the port: its names, its copies, its counters. */
    @Test
    void eachHasNamesCopiesAndCountersOfItsOwn() throws Exception {
        Mailslot<String> one = reader(first, "one");
        try (MailslotNetwork other = loopback("ELSE").workgroup("OTHERS").build()) {
            Mailslot<String> two = reader(other, "two");
            send("PC@127.0.0.1", "one", "for PC");
            send("ELSE@127.0.0.1", "two", "for ELSE");
            send("PC@127.0.0.1", "two", "not for ELSE");
            send("OTHERS@127.255.255.255", "two", "for OTHERS");
            try (DatagramSocket socket = new DatagramSocket()) {
                socket.send(new DatagramPacket(
                        new byte[5], 5, new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
            }
            send("*", "one", "for GRP");
            assertThat(List.of(one.get(LONG), one.get(LONG))).containsExactlyInAnyOrder("for PC", "for GRP");
            assertThat(List.of(two.get(LONG), two.get(LONG))).containsExactlyInAnyOrder("for ELSE", "for OTHERS");
            await(() -> first.counters().received() == 6 && other.counters().received() == 6);
            assertThat(first.counters().dropped(DropReason.MALFORMED_DATAGRAM)).isEqualTo(1);
            assertThat(first.counters().dropped(DropReason.NOT_OUR_NAME)).isEqualTo(2);
            assertThat(first.counters().dropped(DropReason.NO_READER)).isEqualTo(1);
            assertThat(other.counters().dropped(DropReason.MALFORMED_DATAGRAM)).isEqualTo(1);
            assertThat(other.counters().dropped(DropReason.NOT_OUR_NAME)).isEqualTo(3);
        }
    }

    @Test
    void aGroupMessageOfOneReachesTheOtherOnce() throws InterruptedException {
        reader(first, "one");
        Mailslot<String> two = reader(second, "two");
        Mailslot<String> out =
                Mailslot.builder("\\\\*\\mailslot\\two").network(first).open();
        out.put("same");
        out.put("same");
        send("*", "two", "end");
        assertThat(List.of(two.get(LONG), two.get(LONG), two.get(LONG))).containsExactly("same", "same", "end");
        assertThat(second.counters().dropped(DropReason.DUPLICATE)).isEqualTo(2);
    }

    @Test
    void whenItEndsAnotherTakesThePort() throws InterruptedException {
        reader(first, "one");
        Mailslot<String> two = reader(second, "two");
        try (MailslotNetwork third = loopback("PC").build()) {
            Mailslot<String> three = reader(third, "three");
            send("*", "two", "before");
            send("*", "three", "before");
            first.close();
            // Not lost: it had been handed over, or was to be.
            assertThat(two.get(LONG)).isEqualTo("before");
            assertThat(three.get(LONG)).isEqualTo("before");
            for (Mailslot<String> reader : List.of(two, three)) {
                String slot = reader.name().replaceAll(".*\\\\", "");
                String got = null;
                while (got == null) {
                    send("PC@127.0.0.1", slot, "after");
                    try {
                        got = reader.get(Duration.ofMillis(20));
                    } catch (MailslotEmptyException nobodyHasThePortYet) {
                        // As the network, which loses what comes meanwhile.
                    }
                }
                assertThat(got).isEqualTo("after");
            }
        }
    }

    @Test
    void itIsSharedByAddressAndPort() throws InterruptedException {
        Mailslot<String> one = reader(first, "one");
        try (MailslotNetwork elsewhere = loopback("PC").listenPort(0).build()) {
            Mailslot<String> two = reader(elsewhere, "two");
            assertThat(elsewhere.status().listening())
                    .doesNotContainAnyElementsOf(first.status().listening());
            send("*", "two", "not there");
            send("*", "one", "here");
            assertThat(one.get(LONG)).isEqualTo("here");
            assertThat(two.isEmpty()).isTrue();
        }
    }

    @Test
    void thePortOfAnotherProgramIsInUse() throws IOException {
        try (DatagramSocket taken = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            for (MailslotNetwork network : List.of(first, second)) {
                assertThatThrownBy(() -> reader(network, "x"))
                        .isInstanceOfSatisfying(
                                NetworkException.class,
                                e -> assertThat(e.reason()).isEqualTo(NetworkException.Reason.PORT_IN_USE));
            }
        }
        reader(first, "x");
        assertThat(first.status().problem()).isEmpty();
    }

    /** Such as one without the privilege, when one with it starts. */
    @Test
    void whoCannotHaveThePortJoinsWhoeverHasItLater() throws Exception {
        MailslotNetwork lenient = loopback("PC").requireNetwork(false).build();
        try (lenient) {
            Mailslot<String> deaf;
            try (DatagramSocket taken = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
                assertThat(taken.isBound()).isTrue();
                deaf = reader(lenient, "deaf");
                assertThat(lenient.status().problem()).isPresent();
            }
            reader(first, "one");
            await(() -> lenient.status().problem().isEmpty());
            send("*", "deaf", "hello");
            assertThat(deaf.get(LONG)).isEqualTo("hello");
        }
    }

    /** Who waits for somebody with the port must not be woken by its own attempts, or by those of others who wait. */
    @Test
    void whoCannotHaveThePortTriesOnce() throws Exception {
        Path run = Files.createDirectory(
                folder.resolve("run"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (DatagramSocket taken = new DatagramSocket(port, InetAddress.getLoopbackAddress());
                WatchService watch = run.getFileSystem().newWatchService();
                MailslotNetwork lenient = loopback("PC").requireNetwork(false).build()) {
            assertThat(taken.isBound()).isTrue();
            run.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            reader(lenient, "deaf");
            await(() -> Thread.getAllStackTraces().entrySet().stream()
                    .filter(thread -> thread.getKey().getName().equals("mailslot4j-port"))
                    .flatMap(thread -> Arrays.stream(thread.getValue()))
                    .anyMatch(frame -> frame.getClassName().endsWith("HolderWatch")
                            && frame.getMethodName().equals("await")));
            List<WatchEvent<?>> made = watch.take().pollEvents();
            assertThat(made)
                    .extracting(event -> String.valueOf(event.context()))
                    .noneMatch(f -> f.endsWith(".port"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxrwx", "rwxrwx---"})
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no such permissions")
    void aFolderForPortsThatOthersCanWriteToIsRefused(String permissions) throws IOException {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString(permissions));
        try (MailslotNetwork network = loopback("PC").portFolder(shared).build()) {
            assertThatThrownBy(() -> reader(network, "x"))
                    .isInstanceOf(NetworkException.class)
                    .hasMessageContaining(shared.toString())
                    .hasMessageContaining("open to others");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no such permissions")
    void aFolderForPortsIsEntered() throws Exception {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (MailslotNetwork system = loopback("PC")
                        .runtimeFolder(folder.resolve("system"))
                        .portFolder(shared)
                        .build();
                MailslotNetwork user = loopback("PC").portFolder(shared).build()) {
            reader(system, "x");
            Mailslot<String> in = reader(user, "x");
            send("*", "x", "hello");
            assertThat(in.get(LONG)).isEqualTo("hello");
        }
    }

    /** Such as the assertion of a test that watches. */
    @Test
    void anErrorOfAWatcherHindersNobody() throws InterruptedException {
        MailslotNetwork watched = loopback("PC")
                .packetWatcher((from, to, packet) -> {
                    throw new AssertionError("broken");
                })
                .build();
        Mailslot<String> one = reader(first, "one");
        try (watched) {
            Mailslot<String> two = reader(watched, "two");
            send("PC@127.0.0.1", "one", "hello");
            send("PC@127.0.0.1", "two", "hello");
            assertThat(one.get(LONG)).isEqualTo("hello");
            assertThat(two.get(LONG)).isEqualTo("hello");
        }
    }

    /** An interrupt of before is for somebody else, and keeps nobody from meeting the others. */
    @Test
    void anInterruptedThreadJoinsToo() throws InterruptedException {
        Mailslot<String> one = reader(first, "one");
        Thread.currentThread().interrupt();
        Mailslot<String> two = reader(second, "two");
        assertThat(Thread.interrupted()).isTrue();
        send("PC@127.0.0.1", "one", "hello");
        send("PC@127.0.0.1", "two", "hello");
        assertThat(one.get(LONG)).isEqualTo("hello");
        assertThat(two.get(LONG)).isEqualTo("hello");
    }
}
