package io.mailslot4j.benchmarks.micro;

import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.Payload;
import io.mailslot4j.protocol.mailslot.MailslotWrite;
import io.mailslot4j.protocol.payload.PayloadKind;
import io.mailslot4j.protocol.payload.RawPayload;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the mailslots of Windows itself carry, as it was captured. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PayloadCodec {
    /** The type of the message: all that there are. */
    @Param({
        "HostAnnouncement",
        "DomainAnnouncement",
        "AnnouncementRequest",
        "RequestElection",
        "GetBackupListRequest",
        "GetBackupListResponse",
        "BecomeBackup",
        "MasterAnnouncement",
        "ResetStateRequest",
        "LanmanAnnouncement",
        "LanmanAnnouncementRequest",
        "LogonRequest",
        "LogonResponse",
        "LanmanQuery",
        "LogonResponse2",
        "PrimaryQuery",
        "PrimaryResponse",
        "LanmanStatus",
        "DatabaseChange",
        "NoUser",
        "Interrogation",
        "AccountUpdate",
        "SamLogonRequest",
        "SamLogonResponse",
        "SamLogonResponseEx",
        "MessengerMessage",
        "LookupQuery",
        "LookupReply",
        "MasterQuery",
        "MasterReply"
    })
    public String message = "";

    private PayloadKind kind = PayloadKind.RAW;
    private Octets octets = Octets.EMPTY;
    private Payload payload = new RawPayload(Octets.EMPTY);

    /** Finds the message. */
    @Setup
    public void prepare() throws IOException {
        MailslotWrite write = Captured.write(
                each -> PayloadKind.decode(each).getClass().getSimpleName().equals(message));
        kind = PayloadKind.of(write.slot());
        octets = write.data();
        payload = decode();
    }

    /** From octets. */
    @Benchmark
    public Payload decode() {
        return kind.decode(octets);
    }

    /** To octets. */
    @Benchmark
    public Octets encode() {
        return payload.encode();
    }
}
