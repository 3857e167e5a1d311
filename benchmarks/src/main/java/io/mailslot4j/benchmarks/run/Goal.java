package io.mailslot4j.benchmarks.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is wanted of a figure: at most so much, or at least.
 *
 * @param figure in words
 * @param needs the measurements that it is made of
 * @param value how it is made of them
 * @param pause the measurement of how long the machine kept what is measured from running, where that decides
 */
record Goal(
        String figure,
        boolean atMost,
        double floor,
        double goal,
        List<String> needs,
        Function<Results, Series> value,
        Optional<String> pause) {
    Goal(
            String figure,
            boolean atMost,
            double floor,
            double goal,
            List<String> needs,
            Function<Results, Series> value) {
        this(figure, atMost, floor, goal, needs, value, Optional.empty());
    }

    /** One measurement over another. */
    private static Goal ratio(String figure, boolean atMost, double floor, double goal, String of, String over) {
        return new Goal(
                figure,
                atMost,
                floor,
                goal,
                List.of(of, over),
                results -> results.get(of).over(results.get(over)));
    }

    private static Goal number(String figure, double floor, double goal, String of) {
        return new Goal(figure, true, floor, goal, List.of(of), results -> results.get(of));
    }

    /** Each over C, because what a core does in a nanosecond differs between the parts of a pass. */
    private static Goal groupOverUnique(String figure) {
        return new Goal(
                figure,
                true,
                1.15,
                1.05,
                List.of("product group", "c-receive group", "product", "c-receive"),
                results -> results.get("product group")
                        .over(results.get("c-receive group"))
                        .over(results.get("product").over(results.get("c-receive"))));
    }

    /** Datagrams that a receiver lost, and how long it had to wait for its core. */
    private static Goal lost(String figure, String load) {
        return new Goal(
                figure,
                true,
                0,
                0,
                List.of(load + " lost"),
                results -> results.get(load + " lost"),
                Optional.of(load + ReceiveRun.PAUSE));
    }

    /** All that we have set ourselves and can measure here. */
    static List<Goal> all() {
        return List.of(
                ratio("CPU per datagram, socket to get(), over C recvmmsg", true, 2.5, 1.75, "product", "c-receive"),
                ratio("rate over bare Netty epoll that discards", false, 0.75, 0.9, "epoll-discard", "product"),
                ratio("rate over Netty's NIO with ArrayBlockingQueue", false, 1.7, 2, "nio-abq", "product"),
                ratio("rate over Netty's epoll with ArrayBlockingQueue", false, 1.7, 2, "epoll-abq", "product"),
                number("heap per delivered message, octets", 226, 210, "product heap"),
                ratio("CPU per datagram with 100,000 slots over one", true, 1.15, 1.05, "product-100000", "product"),
                ratio(
                        "CPU per group datagram, socket to get(), over C recvmmsg",
                        true,
                        2.875,
                        1.8375,
                        "product group",
                        "c-receive group"),
                groupOverUnique("the same over a unique one"),
                lost("datagrams lost of 1,000,000 in 10 s", "product"),
                lost("the same with 10,000 slots", "product-10000"),
                ratio("decode in place over C", true, 2, 1, "decode-in-place", "c-decode"),
                number("its garbage before the message, octets", 0, 0, "decode-in-place heap"),
                ratio("decode of all fields over C", true, 2, 1, "decode", "c-decode"),
                ratio("encode over C", true, 4, 2.5, "encode", "c-encode"),
                ratio("CPU per put(), only writing, over C sendto", true, 1.4, 1.2, "product-send", "c-send"),
                ratio("the same beside a reader", true, 1.4, 1.2, "product-send-reading", "c-send"),
                ratio(
                        "loss-free rate over nmbd's intake",
                        false,
                        5,
                        10,
                        "product loss-free datagrams/s",
                        "nmbd datagrams/s"),
                ratio(
                        "delivered at unlimited load over loss-free rate (see below)",
                        false,
                        0.8,
                        0.95,
                        "product delivered of all it can get, datagrams/s",
                        "product loss-free datagrams/s"),
                number("datagrams of these that nobody counted", 0, 0, "product not accounted for"),
                ratio(
                        "CPU per name service answer over nmbd's, limit lifted",
                        true,
                        1.5,
                        1,
                        "names answer",
                        "nmbd answer"),
                ratio(
                        "tshark -T fields over decode --json, 1,000,000 frames",
                        false,
                        20,
                        50,
                        "tshark s",
                        "decode --json s"),
                ratio("tcpdump over the same", false, 3, 6, "tcpdump s", "decode --json s"),
                ratio(
                        "peak memory, 3,000,000 frames over 1,000,000",
                        true,
                        1.1,
                        1.03,
                        "decode --json of 3M MiB",
                        "decode --json MiB"),
                ratio("cold put over java hello", true, 5, 3, "put ms", "hello ms"),
                ratio("cold listen, until it is ready, over the same", true, 15, 8, "listen ready ms", "hello ms"),
                ratio("Samba's decode (Python) over ours of all fields", false, 1, 1, "samba-ndr-decode", "decode"),
                ratio(
                        "jcifs' decode of a name query over ours",
                        false,
                        1,
                        1,
                        "jcifs-decode-question",
                        "name-decode-question"),
                ratio("the same, of its answer", false, 1, 1, "jcifs-decode-answer", "name-decode-answer"),
                ratio(
                        "jcifs' encode of a name query over ours",
                        false,
                        1,
                        1,
                        "jcifs-encode-question",
                        "name-encode-question"),
                ratio("put to get p50 over C", true, 1.6, 1.3, "product-latency p50", "c-latency p50"),
                ratio("put to get p99 over C", true, 2.5, 1.6, "product-latency p99", "c-latency p99"));
    }

    boolean canBeJudgedBy(Results results) {
        return needs.stream().allMatch(results::has);
    }

    /** Why it cannot be judged, if that is because something is missing here. */
    Optional<String> whyNot(Results results) {
        return needs.stream().flatMap(need -> results.whyNot(need).stream()).findFirst();
    }

    /** What counts of several passes: the median, but where there must be none of something, the worst. */
    double judged(Series reached) {
        return atMost && floor == 0 ? reached.max() : reached.median();
    }

    /** In one word. */
    String verdict(double reached) {
        return isReached(goal, reached) ? "goal" : isReached(floor, reached) ? "floor" : "**missed**";
    }

    private boolean isReached(double wanted, double reached) {
        return atMost ? reached <= wanted : reached >= wanted;
    }
}
