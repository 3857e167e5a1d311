package io.mailslot4j.nameservice;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.nameservice.NameServicePacket;
import io.mailslot4j.protocol.nameservice.Opcode;
import io.mailslot4j.protocol.nameservice.ResourceRecord;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One request to a WINS server, sent until it is answered or the tries are used up (RFC 1002 section 5.1.2). An answer
 * counts if it has our id, comes from that server, and is about that name and in kind. A server may ask us to wait (WACK).
 */
final class RegistrationExchange implements RegistrationTools.Step, RegistrationReplies.Waiting {
    /** How often a server may ask for patience; Samba asks once. */
    private static final int MAX_WAITS = 3;

    private final RegistrationTools tools;
    private final Ipv4Address server;
    private final NameServicePacket request;
    private final Consumer<Optional<NameServicePacket>> answered;
    private int asked;
    private int waits;
    private RegistrationTools.Step timer = NONE;

    private RegistrationExchange(
            RegistrationTools tools,
            Ipv4Address server,
            IntFunction<NameServicePacket> request,
            Consumer<Optional<NameServicePacket>> answered) {
        this.tools = tools;
        this.server = server;
        this.answered = answered;
        this.request = request.apply(tools.replies().expect(this));
    }

    /**
     * Sends a request.
     *
     * @param request the request with a given id
     * @param answered is told the answer, or that there is none; never at once
     */
    static RegistrationExchange start(
            RegistrationTools tools,
            Ipv4Address server,
            IntFunction<NameServicePacket> request,
            Consumer<Optional<NameServicePacket>> answered) {
        RegistrationExchange exchange = new RegistrationExchange(tools, server, request, answered);
        exchange.ask();
        return exchange;
    }

    private void ask() {
        if (asked == tools.times().unicasts()) {
            end(null);
        } else {
            asked++;
            tools.send(request, server);
            timer = tools.later(tools.times().get(NameServiceTimer.UNICAST_RETRY), this::ask);
        }
    }

    @Override
    public boolean take(NameServicePacket answer, InetSocketAddress from) {
        if (!Responder.addressOf(from).equals(server) || !answer.subject().equals(request.subject())) {
            return false;
        }
        Opcode opcode = answer.flags().opcode();
        if (opcode.equals(Opcode.WACK)) {
            return waitAsAsked(answer);
        }
        if (opcode.equals(Opcode.RELEASE) != isRelease() || opcode.equals(Opcode.QUERY)) {
            return false;
        }
        end(answer);
        return true;
    }

    private boolean isRelease() {
        return request.flags().opcode().equals(Opcode.RELEASE);
    }

    private boolean waitAsAsked(NameServicePacket wack) {
        if (waits == MAX_WAITS) {
            return false;
        }
        waits++;
        asked = tools.times().unicasts();
        timer.cancel();
        int seconds =
                wack.answers().stream().findFirst().map(ResourceRecord::ttl).orElse(0);
        timer = tools.later(tools.times().waitFor(seconds), this::ask);
        return true;
    }

    private void end(@Nullable NameServicePacket answer) {
        cancel();
        answered.accept(Optional.ofNullable(answer));
    }

    @Override
    public void cancel() {
        timer.cancel();
        tools.replies().forget(request.id());
    }
}
