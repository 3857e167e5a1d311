package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import java.net.InetSocketAddress;
import java.time.Duration;

/** What every registration works with. */
record RegistrationTools(
        NamePort port, Timers timers, RegistrationReplies replies, OwnAddresses addresses, ResponderOptions options) {

    /** What can be given up. */
    interface Step {
        /** Nothing: what there is to give up when nothing is done. */
        Step NONE = () -> {};

        /** Ends it without an outcome. */
        void cancel();
    }

    NameServiceTimers times() {
        return options.times();
    }

    void send(NameServicePacket packet, Ipv4Address to) {
        port.send(packet, socketAddress(to));
    }

    InetSocketAddress socketAddress(Ipv4Address address) {
        return NameServiceOptions.socketAddress(address, options.remotePort());
    }

    /** Does {@code action} later, unless it is given up. */
    Step later(Duration delay, Runnable action) {
        return timers.after(delay, action)::cancel;
    }
}
