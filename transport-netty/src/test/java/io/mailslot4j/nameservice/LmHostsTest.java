package io.mailslot4j.nameservice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.protocol.Ipv4Address;
import io.mailslot4j.protocol.Octets;
import io.mailslot4j.protocol.name.NameScope;
import io.mailslot4j.protocol.name.NameSuffix;
import io.mailslot4j.protocol.name.NetBiosName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single lines and how they add up: MS-NBTE sections 2.2.3 and 3.1.8, KB Q180094, Samba's lmhosts(5). */
class LmHostsTest {
    private static LmHosts of(String... lines) {
        return LmHosts.parse(String.join("\n", lines), path -> {
            throw new AssertionError("nothing to include");
        });
    }

    private static List<String> find(LmHosts hosts, String name) {
        return hosts.find(NetBiosName.parse(name, NameSuffix.WORKSTATION)).stream()
                .map(Ipv4Address::toString)
                .toList();
    }

    private static List<String> preloaded(LmHosts hosts) {
        return hosts.preloaded().stream()
                .map(e -> e.name() + (e.group() ? " group " : " ") + e.addresses())
                .toList();
    }

    @Test
    void aNameWithoutASuffixServesThreeOfAComputer() {
        LmHosts hosts = of("10.0.0.1 FILER", "\t10.0.0.2\t \tPRINTER  ");
        assertThat(find(hosts, "FILER<00>")).containsExactly("10.0.0.1");
        assertThat(find(hosts, "FILER<03>")).containsExactly("10.0.0.1");
        assertThat(find(hosts, "FILER<20>")).containsExactly("10.0.0.1");
        assertThat(find(hosts, "PRINTER<20>")).containsExactly("10.0.0.2");
        for (String other : List.of("01", "1B", "1C", "1D", "1E", "2B")) {
            assertThat(find(hosts, "FILER<" + other + ">")).isEmpty();
        }
        assertThat(find(hosts, "NOBODY")).isEmpty();
        assertThat(hosts.preloaded()).isEmpty();
        assertThat(hosts.problems()).isEmpty();
    }

    @Test
    void caseAndScopeDoNotMatter() {
        LmHosts hosts = of("10.0.0.1 Filer", "10.0.0.2 \"Mixed          \\0x1b\"");
        Octets lower = Octets.wrap("filer           ".getBytes(StandardCharsets.US_ASCII));
        assertThat(hosts.find(NetBiosName.ofOctets(lower))).hasSize(1);
        assertThat(hosts.find(NetBiosName.of("FILER", NameSuffix.SERVER).in(NameScope.parse("EXAMPLE.ORG"))))
                .hasSize(1);
        assertThat(find(hosts, "MIXED<1b>")).containsExactly("10.0.0.2");
    }

    @Test
    void commentsAndBlankLinesAreNothing() {
        LmHosts hosts = of(
                "# 10.0.0.9 COMMENT",
                "",
                "   ",
                "#",
                "  # FILER #PRE",
                "#PRE",
                "#BEGIN_INCLUDE",
                "10.0.0.1 FILER # the old one #PRE #DOM:SALES",
                "10.0.0.2 PRINTER #not a keyword",
                "10.0.0.3 ROUTER#no suffix");
        assertThat(find(hosts, "FILER")).containsExactly("10.0.0.1");
        assertThat(find(hosts, "PRINTER")).containsExactly("10.0.0.2");
        assertThat(find(hosts, "ROUTER")).containsExactly("10.0.0.3");
        assertThat(find(hosts, "COMMENT")).isEmpty();
        assertThat(hosts.preloaded()).isEmpty();
        assertThat(hosts.problems()).isEmpty();
    }

    @Test
    void linesMayEndAsOnAnySystem() {
        LmHosts hosts = of("\u00EF\u00BB\u00BF10.0.0.1 FIRST\r\n10.0.0.2 SECOND\r\n\r10.0.0.3 THIRD");
        assertThat(find(hosts, "FIRST")).containsExactly("10.0.0.1");
        assertThat(find(hosts, "SECOND")).containsExactly("10.0.0.2");
        assertThat(find(hosts, "THIRD")).containsExactly("10.0.0.3");
        assertThat(hosts.problems()).isEmpty();
    }

    @Test
    void preloadedAreThreeNamesForTheCache() {
        LmHosts hosts = of("10.0.0.1 FILER #PRE", "10.0.0.2 \"SALES          \\0x1b\" #PRE #the PDC", "10.0.0.3 OTHER");
        assertThat(preloaded(hosts))
                .containsExactly(
                        "FILER<00> [10.0.0.1]", "FILER<03> [10.0.0.1]", "FILER<20> [10.0.0.1]", "SALES<1B> [10.0.0.2]");
        assertThat(find(hosts, "FILER")).containsExactly("10.0.0.1");
    }

    @Test
    void whatIsPreloadedComesBeforeTheRestOfTheFile() {
        LmHosts hosts = of("10.0.0.1 FILER", "10.0.0.2 FILER #PRE");
        assertThat(find(hosts, "FILER")).containsExactly("10.0.0.2");
    }

    @Test
    void aDomainHasItsControllersAsMembersAndIsAlwaysPreloaded() {
        LmHosts hosts = of(
                "10.0.0.1 PDC #PRE #DOM:Sales",
                "10.0.0.2 BDC #DOM:SALES #a comment",
                "10.0.0.2 BDC2 #DOM:SALES",
                "10.0.0.3 DC #DOM:LAB #DOM:TEST");
        assertThat(find(hosts, "SALES<1C>")).containsExactly("10.0.0.1", "10.0.0.2");
        assertThat(find(hosts, "LAB<1C>")).containsExactly("10.0.0.3");
        assertThat(find(hosts, "TEST<1C>")).containsExactly("10.0.0.3");
        assertThat(find(hosts, "SALES<00>")).isEmpty();
        assertThat(find(hosts, "SALES<1B>")).isEmpty();
        assertThat(find(hosts, "BDC")).containsExactly("10.0.0.2");
        assertThat(preloaded(hosts))
                .containsExactly(
                        "PDC<00> [10.0.0.1]",
                        "PDC<03> [10.0.0.1]",
                        "PDC<20> [10.0.0.1]",
                        "SALES<1C> group [10.0.0.1, 10.0.0.2]",
                        "LAB<1C> group [10.0.0.3]",
                        "TEST<1C> group [10.0.0.3]");
    }

    @Test
    void aSpecialGroupHasMembersToo() {
        LmHosts hosts = of("10.0.0.1 ONE #SG:PRINTERS", "10.0.0.2 TWO #SG:PRINTERS");
        assertThat(preloaded(hosts)).containsExactly("PRINTERS<20> group [10.0.0.1, 10.0.0.2]");
        assertThat(find(hosts, "PRINTERS<20>")).containsExactly("10.0.0.1", "10.0.0.2");
        assertThat(find(hosts, "PRINTERS<00>")).isEmpty();
    }

    @Test
    void theFirstLineCountsAndThoseAfterMultihomedOnes() {
        LmHosts hosts = of(
                "10.0.0.1 SINGLE",
                "10.0.0.2 SINGLE",
                "10.0.1.1 MULTI #MH",
                "10.0.1.2 MULTI #MH",
                "10.0.1.1 MULTI #MH",
                "10.0.1.3 MULTI",
                "10.0.1.4 MULTI #MH",
                "10.0.2.1 BOTH #PRE #MH",
                "10.0.2.2 BOTH #mh #pre");
        assertThat(find(hosts, "SINGLE")).containsExactly("10.0.0.1");
        assertThat(find(hosts, "MULTI")).containsExactly("10.0.1.1", "10.0.1.2", "10.0.1.3");
        assertThat(find(hosts, "BOTH")).containsExactly("10.0.2.1", "10.0.2.2");
        assertThat(preloaded(hosts)).contains("BOTH<00> [10.0.2.1, 10.0.2.2]");
    }

    @Test
    void aNameIsAComputersOrAGroups() {
        LmHosts hosts = of("10.0.0.1 BOTH #PRE", "10.0.0.2 MEMBER #SG:BOTH");
        assertThat(find(hosts, "BOTH<20>")).containsExactly("10.0.0.1");
        assertThat(hosts.entry(NetBiosName.of("BOTH", NameSuffix.SERVER))
                        .orElseThrow()
                        .group())
                .isFalse();
    }

    @Test
    void keywordsNeedNoBlanksBetween() {
        LmHosts hosts = of("10.0.0.1 FILER#PRE#DOM:SALES#NOFNR #MH", "10.0.0.2 FILER #PRE");
        assertThat(find(hosts, "SALES<1C>")).containsExactly("10.0.0.1");
        assertThat(find(hosts, "FILER")).containsExactly("10.0.0.1", "10.0.0.2");
    }

    @Test
    void quotedNamesMayHaveAnyOctets() {
        LmHosts hosts = of(
                "10.0.0.1 \"SALES          \\0x1b\"",
                "10.0.0.2 \"\\0x01\\0x02__MSBROWSE__\\0x02\\0x01\"",
                "10.0.0.3 \"SALES          \\0x1C\"",
                "10.0.0.4 \"SALES          \\0x1c\"",
                "10.0.0.5 \"A B#20\"",
                "10.0.0.6 \"M\\0x9cLLER\"",
                "10.0.0.7 \"FIFTEEN-LETTERS \"");
        assertThat(find(hosts, "SALES<1B>")).containsExactly("10.0.0.1");
        assertThat(find(hosts, "SALES<00>")).isEmpty();
        assertThat(hosts.entry(NetBiosName.MSBROWSE).orElseThrow().group()).isTrue();
        assertThat(find(hosts, "SALES<1C>")).containsExactly("10.0.0.3", "10.0.0.4");
        assertThat(hosts.entry(NetBiosName.of("SALES", NameSuffix.DOMAIN_CONTROLLERS))
                        .orElseThrow()
                        .group())
                .isTrue();
        assertThat(hosts.find(NetBiosName.of("A B#20", NameSuffix.MESSENGER))).hasSize(1);
        assertThat(hosts.find(NetBiosName.ofOctets(Octets.ofHex("4d9c4c4c455220202020202020202000"))))
                .hasSize(1);
        // Sixteen octets are a whole name, and the last one here is that of a file server.
        assertThat(find(hosts, "FIFTEEN-LETTERS<20>")).containsExactly("10.0.0.7");
        assertThat(find(hosts, "FIFTEEN-LETTERS<00>")).isEmpty();
        assertThat(hosts.problems()).isEmpty();
    }

    @Test
    void sambaPutsTheSuffixBehindTheName() {
        LmHosts hosts = of(
                "10.0.0.1 FILER#20",
                "10.0.0.2 SALES#1c",
                "10.0.0.3 SALES#1C",
                "10.0.0.4 PDC#1b # comment",
                "10.0.0.5 SHORT#3 #PRE",
                "10.0.0.6 \"MY DOMAIN\"#1b",
                "10.0.0.7 SPACED #20");
        assertThat(find(hosts, "FILER<20>")).containsExactly("10.0.0.1");
        assertThat(find(hosts, "FILER<00>")).isEmpty();
        assertThat(find(hosts, "SALES<1C>")).containsExactly("10.0.0.2", "10.0.0.3");
        assertThat(find(hosts, "PDC<1B>")).containsExactly("10.0.0.4");
        assertThat(preloaded(hosts)).containsExactly("SHORT<03> [10.0.0.5]");
        assertThat(find(hosts, "MY DOMAIN<1B>")).containsExactly("10.0.0.6");
        assertThat(find(hosts, "SPACED<03>")).containsExactly("10.0.0.7");
        assertThat(hosts.problems()).isEmpty();
    }

    @Test
    void sambaContinuesLines() {
        LmHosts hosts = of("10.0.0.1\\", " FILER", "# C:\\WINNT\\", "10.0.0.2 OTHER #see C:\\", "10.0.0.3 THIRD\\");
        assertThat(find(hosts, "FILER")).containsExactly("10.0.0.1");
        assertThat(find(hosts, "OTHER")).containsExactly("10.0.0.2");
        assertThat(find(hosts, "THIRD")).containsExactly("10.0.0.3");
        assertThat(of("10.0.0.1 A\\", "", "NONSENSE").problems())
                .singleElement()
                .asString()
                .startsWith("lmhosts:3: ");
    }

    @Test
    void sambasThirdColumnIsObsolete() {
        LmHosts hosts = of("10.0.0.1 FILER M", "10.0.0.2 GROUP G", "10.0.0.3 SUBNET MS", "10.0.0.4 FOUR M x #PRE");
        assertThat(find(hosts, "FILER")).containsExactly("10.0.0.1");
        assertThat(find(hosts, "GROUP")).isEmpty();
        assertThat(find(hosts, "SUBNET")).isEmpty();
        assertThat(find(hosts, "FOUR")).isEmpty();
        assertThat(hosts.problems())
                .containsExactly(
                        "lmhosts:2: no entry: has the obsolete flags 'G' of a group",
                        "lmhosts:3: no entry: has the obsolete flags 'MS' of a group",
                        "lmhosts:4: no entry: has more than three columns");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "FILER 10.0.0.1",
                "10.0.0.256 FILER",
                "::1 FILER",
                "10.0.0.1 SIXTEEN-LETTERS-",
                "10.0.0.1 \"SEVENTEEN LETTERS\"",
                "10.0.0.1 \"\"",
                "10.0.0.1 \"UNCLOSED",
                "10.0.0.1 HALF\"QUOTED\"",
                "10.0.0.1 \"MISCOUNTED    \\0x1b\"",
                "10.0.0.1 \"NO HEX         \\0xg1\"",
                "10.0.0.1 M\u00FCLLER",
                "10.0.0.1 \"M\u00FCLLER\"",
                "10.0.0.1 FILER #DOM:SIXTEEN-LETTERS-",
            })
    void aWrongLineIsAProblemAndLeavesTheOthersInForce(String wrong) {
        LmHosts hosts = of("10.0.0.8 BEFORE", wrong, "10.0.0.9 AFTER");
        assertThat(hosts.problems()).singleElement().asString().startsWith("lmhosts:2: ");
        assertThat(find(hosts, "BEFORE")).containsExactly("10.0.0.8");
        assertThat(find(hosts, "AFTER")).containsExactly("10.0.0.9");
        assertThat(find(hosts, "FILER")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a\u001b[2J, a\\x1b[2J", "a\u0085b, a\\x85b", "\u202e, \\x202e"})
    void problemsAreSafeToShow(String hostile, String shown) {
        assertThat(of(hostile + " FILER").problems())
                .containsExactly("lmhosts:1: no entry: '" + shown + "' is not an IPv4 address such as 192.0.2.7");
    }
}
