package io.mailslot4j.pcaps;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An interface description block: what the packets of one interface start with and how their times are to be read.
 *
 * @param snapLength the most octets of a packet that were kept, 0 for all
 * @param ticksPerSecond how fine times are
 * @param offsetSeconds what to add to times
 */
record PcapngInterface(LinkType linkType, long snapLength, BigInteger ticksPerSecond, long offsetSeconds) {
    private static final int FIXED = 8;
    private static final int END_OF_OPTIONS = 0;
    private static final int IF_TSRESOL = 9;
    private static final int IF_TSOFFSET = 14;
    private static final int POWER_OF_TWO = 0x80;
    private static final BigInteger MICROSECONDS = BigInteger.valueOf(1_000_000);
    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);
    /** Half of what there is: whoever reads may add to a time, and calendars end before the last instant. */
    private static final BigInteger LATEST = BigInteger.valueOf(Instant.MAX.getEpochSecond() / 2);

    /** Reads a block without its type and lengths; null if it is too short. */
    static @Nullable PcapngInterface read(ByteBuffer body) {
        if (body.remaining() < FIXED) {
            return null;
        }
        LinkType linkType = new LinkType(Short.toUnsignedInt(body.getShort()));
        body.getShort();
        long snapLength = Integer.toUnsignedLong(body.getInt());
        BigInteger ticks = MICROSECONDS;
        long offset = 0;
        while (body.remaining() >= Integer.BYTES) {
            int code = Short.toUnsignedInt(body.getShort());
            int length = Short.toUnsignedInt(body.getShort());
            if (code == END_OF_OPTIONS || length > body.remaining()) {
                break;
            }
            if (code == IF_TSRESOL && length == 1) {
                ticks = ticks(body.get(body.position()));
            } else if (code == IF_TSOFFSET && length == Long.BYTES) {
                offset = body.getLong(body.position());
            }
            body.position(Math.min(body.limit(), body.position() + padded(length)));
        }
        return new PcapngInterface(linkType, snapLength, ticks, offset);
    }

    static int padded(int length) {
        return (length + 3) & ~3;
    }

    private static BigInteger ticks(int resolution) {
        int power = resolution & ~POWER_OF_TWO & 0xFF;
        return (resolution & POWER_OF_TWO) == 0 ? BigInteger.TEN.pow(power) : BigInteger.ONE.shiftLeft(power);
    }

    /**
     * What a time of this interface is.
     *
     * @param high its upper 32 bits
     * @param low its lower 32 bits
     * @throws DateTimeException if that is beyond what a calendar has
     */
    Instant time(int high, int low) {
        BigInteger ticks = BigInteger.valueOf(Integer.toUnsignedLong(high))
                .shiftLeft(Integer.SIZE)
                .add(BigInteger.valueOf(Integer.toUnsignedLong(low)));
        BigInteger[] parts = ticks.divideAndRemainder(ticksPerSecond);
        BigInteger seconds = parts[0].add(BigInteger.valueOf(offsetSeconds));
        if (seconds.abs().compareTo(LATEST) > 0) {
            throw new DateTimeException(seconds + " seconds are beyond any calendar");
        }
        long nanos = parts[1].multiply(NANOS).divide(ticksPerSecond).longValueExact();
        return Instant.ofEpochSecond(seconds.longValueExact(), nanos);
    }
}
