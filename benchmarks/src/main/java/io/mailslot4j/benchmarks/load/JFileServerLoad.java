package io.mailslot4j.benchmarks.load;

import io.mailslot4j.benchmarks.Samples;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.filesys.netbios.NetBIOSDatagram;
import org.filesys.smb.mailslot.SMBMailslotPacket;

/** JFileServer reads the names, the slot and the message of the datagram. */
final class JFileServerLoad implements Load {
    private final byte[] packet = Samples.unique(Samples.USUAL).encode().toArray();
    private int sum;

    @Override
    public String run(long times, Runnable running) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (long i = 0; i < times; i++) {
            sum += decode();
        }
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        if (sum == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return String.valueOf(nanos);
    }

    private int decode() {
        NetBIOSDatagram datagram = new NetBIOSDatagram(packet);
        SMBMailslotPacket write = new SMBMailslotPacket(packet, NetBIOSDatagram.NB_USERDATA);
        int start = write.getRxDataBlock();
        byte[] payload = Arrays.copyOfRange(packet, start, start + write.getRxDataBlockLength());
        return datagram.getSourceName().getName().length()
                + datagram.getDestinationName().getName().length()
                + write.getRxTransactName().length()
                + payload.length;
    }
}
