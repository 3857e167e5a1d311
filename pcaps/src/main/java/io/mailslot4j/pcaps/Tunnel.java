package io.mailslot4j.pcaps;

/**
 * Packets within packets, which are not looked into.
 *
 * @param protocol what the tunnel is made of: {@code GRE} (ERSPAN too), {@code IP-in-IP} or {@code L2TP}
 */
public record Tunnel(String protocol) implements FrameContent {
    static final int L2TP_PORT = 1701;
}
