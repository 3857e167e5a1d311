package io.mailslot4j.nameservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.NetworkException;
import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ResolverTest {
    private static final NetBiosName FRED = NetBiosName.of("FRED", NameSuffix.WORKSTATION);
    private static final NameOwner OWNER = new NameOwner(Ipv4Address.parse("10.0.0.7"), false, "somebody");

    /** A method that answers when a test says so. */
    private static final class Scripted implements LookupMethod {
        private final String name;
        private final List<Consumer<Result>> asked = new ArrayList<>();

        Scripted(String name) {
            this.name = name;
        }

        @Override
        public String describe() {
            return name;
        }

        @Override
        public void find(NetBiosName wanted, Consumer<Result> result) {
            asked.add(result);
        }

        void answer(Result result) {
            asked.remove(0).accept(result);
        }
    }

    private final VirtualTimers timers = new VirtualTimers();
    private final NameCache cache = new NameCache(timers, NameServiceTimers.DEFAULT, 3);
    private final Scripted first = new Scripted("first");
    private final Scripted second = new Scripted("second");
    private final Resolver resolver = new Resolver(cache, List.of(first, second), timers);
    private final List<NameLookup> results = new ArrayList<>();

    private void lookup() {
        resolver.lookup(FRED, results::add);
    }

    private NameLookup result() {
        assertThat(results).hasSize(1);
        return results.remove(0);
    }

    @Test
    void oneMethodIsTriedAfterTheOtherUntilOneKnows() {
        lookup();
        timers.advance(Duration.ofMillis(750));
        first.answer(new LookupMethod.NotFound("no answer"));
        timers.advance(Duration.ofMillis(3));
        second.answer(new LookupMethod.Found(List.of(OWNER), Duration.ofHours(1)));
        NameLookup lookup = result();
        assertThat(lookup.owners()).containsExactly(OWNER);
        assertThat(lookup.steps())
                .containsExactly(
                        new NameLookup.Step("cache", "not there", Duration.ZERO),
                        new NameLookup.Step("first", "no answer", Duration.ofMillis(750)),
                        new NameLookup.Step("second", "found", Duration.ofMillis(3)));
    }

    @Test
    void whatIsFoundIsNotAskedForAgain() {
        lookup();
        first.answer(new LookupMethod.Found(List.of(OWNER), Duration.ofSeconds(60)));
        result();
        timers.advance(Duration.ofSeconds(59));
        lookup();
        assertThat(result().steps()).containsExactly(new NameLookup.Step("cache", "found", Duration.ZERO));
        timers.advance(Duration.ofSeconds(1));
        lookup();
        assertThat(first.asked).hasSize(1);
    }

    @Test
    void lettersOfAsciiHaveNoCase() {
        lookup();
        first.answer(new LookupMethod.Found(List.of(OWNER), Duration.ofSeconds(60)));
        result();
        resolver.lookup(NetBiosName.ofOctets(Octets.ofHex("66726564" + "20".repeat(11) + "00")), results::add);
        assertThat(result().owners()).containsExactly(OWNER);
    }

    /** Octet DF is sharp S in one code page, whose capital letters are SS, and something else in others. */
    @Test
    void otherNamesAreNotTheSame() {
        resolver.lookup(NetBiosName.of("STRASSE", NameSuffix.WORKSTATION), results::add);
        first.answer(new LookupMethod.Found(List.of(OWNER), Duration.ofSeconds(60)));
        result();
        resolver.lookup(NetBiosName.ofOctets(Octets.ofHex("53545241DF45" + "20".repeat(9) + "00")), results::add);
        assertThat(first.asked).hasSize(1);
    }

    @Test
    void nothingIsKeptLongerThanTenMinutes() {
        lookup();
        first.answer(new LookupMethod.Found(List.of(OWNER), Duration.ofDays(3)));
        result();
        timers.advance(Duration.ofMinutes(10));
        lookup();
        assertThat(first.asked).hasSize(1);
    }

    @Test
    void thatNobodyAnsweredIsRememberedForAShortWhile() {
        lookup();
        first.answer(new LookupMethod.NotFound("no"));
        second.answer(new LookupMethod.NotFound("no"));
        assertThat(result().found()).isFalse();
        timers.advance(Duration.ofMillis(4999));
        lookup();
        assertThat(result().steps().get(0).outcome()).isEqualTo("nobody answered a moment ago");
        timers.advance(Duration.ofMillis(1));
        lookup();
        assertThat(first.asked).hasSize(1);
    }

    @Test
    void whoAsksForANameThatIsBeingLookedForGetsTheSameAnswer() {
        lookup();
        lookup();
        assertThat(first.asked).hasSize(1);
        first.answer(new LookupMethod.Found(List.of(OWNER), Duration.ofSeconds(60)));
        assertThat(results).hasSize(2);
        assertThat(results.get(0)).isSameAs(results.get(1));
    }

    @Test
    void severalNamesAreLookedForAtOnce() {
        lookup();
        resolver.lookup(NetBiosName.of("BARNEY", NameSuffix.WORKSTATION), results::add);
        assertThat(first.asked).hasSize(2);
        first.answer(new LookupMethod.Found(List.of(OWNER), Duration.ofSeconds(60)));
        assertThat(result().name()).isEqualTo(FRED);
    }

    @Test
    void aMethodThatCannotWorkIsPassedOver() {
        LookupMethod broken = new LookupMethod() {
            @Override
            public String describe() {
                return "broken";
            }

            @Override
            public void find(NetBiosName name, Consumer<Result> result) {
                throw new NetworkException(NetworkException.Reason.NO_INTERFACE, "no interface 'x' is up", null);
            }
        };
        new Resolver(cache, List.of(broken, first), timers).lookup(FRED, results::add);
        first.answer(new LookupMethod.Found(List.of(OWNER), Duration.ofSeconds(60)));
        assertThat(result().steps().get(1).outcome()).isEqualTo("no interface 'x' is up");
    }

    @Test
    void permanentEntriesComeFirstAndNeverGo() {
        cache.preload(FRED, List.of(OWNER));
        timers.advance(Duration.ofDays(1000));
        resolver.lookup(NetBiosName.ofOctets(Octets.ofHex("66726564" + "20".repeat(11) + "00")), results::add);
        assertThat(result().owners()).containsExactly(OWNER);
    }

    @Test
    void soManyNamesAtOnceAndTheOthersInTurn() {
        for (int i = 0; i < Resolver.AT_ONCE + 10; i++) {
            resolver.lookup(NetBiosName.of("N" + i, NameSuffix.WORKSTATION), results::add);
        }
        assertThat(first.asked).hasSize(Resolver.AT_ONCE);
        while (!first.asked.isEmpty()) {
            assertThat(first.asked).hasSizeLessThanOrEqualTo(Resolver.AT_ONCE);
            first.answer(new LookupMethod.Found(List.of(OWNER), Duration.ofSeconds(1)));
        }
        assertThat(results).hasSize(Resolver.AT_ONCE + 10).allMatch(NameLookup::found);
    }

    @Test
    void farTooManyNamesAreNotLookedFor() {
        for (int i = 0; i <= Resolver.AT_ONCE + Resolver.MOST_WAITING; i++) {
            resolver.lookup(NetBiosName.of("N" + i, NameSuffix.WORKSTATION), results::add);
        }
        assertThat(result().steps())
                .extracting(NameLookup.Step::outcome)
                .containsExactly("not asked: too many names are being looked for");
    }

    @Test
    void whoIsToldMayAskAtOnceAgain() {
        NameServiceTimers forgetting = NameServiceTimers.DEFAULT.with(NameServiceTimer.NEGATIVE_CACHE, Duration.ZERO);
        Resolver forgetful = new Resolver(new NameCache(timers, forgetting, 3), List.of(first), timers);
        forgetful.lookup(FRED, lookup -> forgetful.lookup(FRED, results::add));
        first.answer(new LookupMethod.NotFound("silent"));
        first.answer(new LookupMethod.NotFound("silent again"));
        assertThat(result().steps()).extracting(NameLookup.Step::outcome).contains("silent again");
    }

    @Test
    void aMethodThatFailsInAnyWayIsPassedOver() {
        LookupMethod broken = new LookupMethod() {
            @Override
            public String describe() {
                return "broken";
            }

            @Override
            public void find(NetBiosName name, Consumer<Result> result) {
                throw new IllegalStateException("by mistake");
            }
        };
        new Resolver(cache, List.of(broken, second), timers).lookup(FRED, results::add);
        second.answer(new LookupMethod.Found(List.of(OWNER), Duration.ofSeconds(1)));
        assertThat(result().steps().get(1).outcome()).contains("by mistake");
    }

    @Test
    void theCacheIsBounded() {
        for (String name : List.of("A", "B", "C", "D")) {
            cache.learn(NetBiosName.of(name, NameSuffix.WORKSTATION), List.of(OWNER), Duration.ofMinutes(1));
        }
        assertThat(cache.find(NetBiosName.of("A", NameSuffix.WORKSTATION))).isEmpty();
        assertThat(cache.find(NetBiosName.of("D", NameSuffix.WORKSTATION))).isPresent();
        assertThat(cache.find(NetBiosName.of("D", NameSuffix.SERVER))).isEmpty();
    }

    /** As when a server is known to be silent: the answer is there at once, and so is that to the next name. */
    @Test
    void asManyNamesAsMayWaitEndOneAfterTheOther() {
        List<Consumer<LookupMethod.Result>> asked = new ArrayList<>();
        boolean[] silent = {false};
        LookupMethod server = new LookupMethod() {
            @Override
            public String describe() {
                return "server";
            }

            @Override
            public void find(NetBiosName wanted, Consumer<Result> result) {
                if (silent[0]) {
                    result.accept(new NotFound("not asked"));
                } else {
                    asked.add(result);
                }
            }
        };
        Resolver waiting = new Resolver(cache, List.of(server), timers);
        int all = Resolver.AT_ONCE + Resolver.MOST_WAITING;
        for (int i = 0; i < all; i++) {
            waiting.lookup(NetBiosName.of("PC" + i, NameSuffix.WORKSTATION), results::add);
        }
        assertThat(asked).hasSize(Resolver.AT_ONCE);
        silent[0] = true;
        asked.forEach(result -> result.accept(new LookupMethod.NotFound("no answer")));
        assertThat(results).hasSize(all);
    }
}
