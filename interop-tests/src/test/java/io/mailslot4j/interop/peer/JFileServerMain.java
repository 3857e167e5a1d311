package io.mailslot4j.interop.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.filesys.netbios.NetBIOSDatagram;
import org.filesys.netbios.NetBIOSDatagramSocket;
import org.filesys.netbios.NetBIOSSession;
import org.filesys.netbios.NetworkSettings;
import org.filesys.smb.mailslot.SMBMailslotPacket;

/**
 * The mailslots of JFileServer, another implementation in Java. Prints what it receives, and sends what its standard
 * input says, one datagram a line: address, type, name, suffix, slot ({@code %00} in it is
 * a NUL) and payload in hexadecimal. Instead of an address {@code by-name} makes it look for the name by broadcast.
 */
public final class JFileServerMain {
    private static final int DATAGRAM_PORT = 138;
    private static final int LOOKUP_MILLIS = 5000;
    private static final int LONGEST_SMB = 1024;
    private static final int LONGEST_DATAGRAM = 1500;
    private static final int LONGEST_RECEIVED = 4096;

    private JFileServerMain() {}

    /**
     * Runs until the input ends.
     *
     * @param arguments the address to receive on, and the broadcast address
     */
    public static void main(String[] arguments) throws IOException {
        NetBIOSDatagramSocket.setDefaultPort(DATAGRAM_PORT);
        NetBIOSDatagramSocket.setBindAddress(InetAddress.getByName(arguments[0]));
        NetworkSettings.setBroadcastMask(arguments[1]);
        NetBIOSSession.setDefaultLookupType(NetBIOSSession.LookupType.WINS_ONLY);
        NetBIOSDatagramSocket socket = NetBIOSDatagramSocket.getInstance();
        Thread receiver = new Thread(() -> receive(socket));
        receiver.setDaemon(true);
        receiver.start();
        System.out.println("listening");
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            send(line.split(" ", -1));
        }
    }

    private static InetAddress find(String name, char suffix) throws IOException {
        return InetAddress.getByAddress(
                NetBIOSSession.FindName(name, suffix, LOOKUP_MILLIS).getIPAddress(0));
    }

    private static void send(String... words) throws IOException {
        char suffix = (char) Integer.parseInt(words[3], 16);
        byte[] payload = HexFormat.of().parseHex(words[5]);
        byte[] smb = new byte[LONGEST_SMB];
        SMBMailslotPacket packet = new SMBMailslotPacket(smb);
        packet.initializeMailslotSMB(words[4].replace("%00", "\0"), payload, payload.length);
        new NetBIOSDatagram(LONGEST_DATAGRAM)
                .SendDatagram(
                        NetBIOSDatagram.Type.valueOf(words[1]),
                        JFileServer.COMPUTER,
                        '\0',
                        words[2],
                        suffix,
                        smb,
                        packet.getLength(),
                        0,
                        words[0].equals("by-name") ? find(words[2], suffix) : InetAddress.getByName(words[0]),
                        DATAGRAM_PORT);
        System.out.println("sent");
    }

    private static void receive(NetBIOSDatagramSocket socket) {
        try {
            while (true) {
                NetBIOSDatagram datagram = new NetBIOSDatagram(LONGEST_RECEIVED);
                socket.receiveDatagram(datagram);
                System.out.println(describe(datagram));
            }
        } catch (IOException closed) {
            System.out.println(closed);
        }
    }

    private static String describe(NetBIOSDatagram datagram) {
        byte[] buffer = datagram.getBuffer();
        SMBMailslotPacket packet = new SMBMailslotPacket(buffer, NetBIOSDatagram.NB_USERDATA);
        int start = packet.getRxDataBlock();
        byte[] payload = Arrays.copyOfRange(buffer, start, start + packet.getRxDataBlockLength());
        return String.join(
                "\t",
                "message",
                datagram.getMessageType().name(),
                datagram.getSourceName().getName(),
                datagram.getDestinationName().getName(),
                packet.getRxTransactName(),
                HexFormat.of().formatHex(payload));
    }
}
