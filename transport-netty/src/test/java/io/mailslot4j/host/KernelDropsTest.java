package io.mailslot4j.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelDropsTest {
    private static final String HEAD =
            "   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops";
    private static final String REST =
            " 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 11 2 0000000000000000 ";

    @Test
    void addsUpTheLastColumnOfOurSockets() {
        boolean little = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
        String ours = little ? "1E004D0A:008A" : "0A4D001E:008A";
        String broadcast = little ? "FF004D0A:008A" : "0A4D00FF:008A";
        List<String> table = List.of(
                HEAD,
                "  10: " + ours + REST + "17",
                "  11: " + broadcast + REST + "4",
                "  20: 0000000000000000FFFF0000" + broadcast + REST + "100",
                "  12: 00000000:008A" + REST + "99",
                "  13: " + ours.replace("008A", "0089") + REST + "99");
        long drops = KernelDrops.sum(
                table, List.of(new InetSocketAddress("10.77.0.30", 138), new InetSocketAddress("10.77.0.255", 138)));
        assertThat(drops).isEqualTo(121);
    }
}
