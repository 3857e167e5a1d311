package io.mailslot4j.cli.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailslot4j.cli.JsonReader;
import io.mailslot4j.cli.Ran;
import io.mailslot4j.cli.output.Shown;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command shows of captures made with nmbd, Samba's AD DC and a client: see pcaps/captures. */
class DecodePayloadsTest {

    private static String capture(String name) {
        return Path.of("../pcaps/captures", name + ".pcap").toString();
    }

    private static Ran decode(String name, String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "decode";
        System.arraycopy(options, 0, args, 1, options.length);
        args[args.length - 1] = capture(name);
        Ran ran = Ran.mailslot(args);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        return ran;
    }

    private static Map<String, Object> message(String name, String... options) {
        String[] all = new String[options.length + 1];
        all[0] = "--json";
        System.arraycopy(options, 0, all, 1, options.length);
        Object message = JsonReader.object(decode(name, all).lines().get(0)).get("message");
        return asObject(Objects.requireNonNull(message));
    }

    @SuppressWarnings("unchecked") // a JSON object
    private static Map<String, Object> asObject(Object value) {
        return (Map<String, Object>) value;
    }

    @Test
    void aHostsAnnouncement() {
        assertThat(message("host-announcement"))
                .containsEntry("type", "host-announcement")
                .containsKeys("server", "osVersion", "os", "roles", "comment", "periodicity", "browserVersion");
    }

    @ParameterizedTest
    @CsvSource({
        "nmbd-boot, request-election, criteria",
        "nmbd-boot, domain-announcement, localMaster",
        "nmbd-boot, local-master-announcement, server",
        "announcement-request, announcement-request, responseName",
        "backup-list, get-backup-list-request, token",
        "backup-list, get-backup-list-response, servers",
        "lab-samba-nmbd-a, lanman-announcement, comment",
        "getdc, primary-query, replySlot",
        "getdc, primary-response, domain",
        "samlogon, sam-logon-request, computer",
        "samlogon, sam-logon-response, server",
        "lm-logon, logon-request, user",
        "lm-logon, logon-response-2, server",
        "addc-getdc-samlogon, sam-logon-response-ex, dnsDomain"
    })
    void everyTypeOfMessageCanBeAskedFor(String capture, String type, String key) {
        assertThat(message(capture, "--kind", type)).containsEntry("type", type).containsKey(key);
    }

    @Test
    void theGistStandsOnTheLine() {
        assertThat(decode("nmbd-boot", "--kind", "domain-announcement").lines().get(0))
                .contains("BROWSE  domain announcement LABGRP, master SAMBAPDC");
        assertThat(decode("getdc").lines())
                .satisfiesExactly(
                        query -> assertThat(query).contains("primary-query from "),
                        answer -> assertThat(answer).contains("primary-response: SAMBAPDC of LABGRP"));
    }

    @Test
    void framesAreChosenByNameAddressAndSlot() {
        int all = decode("nmbd-boot").lines().size();
        List<String> browse = decode("nmbd-boot", "--slot", "browse").lines();
        assertThat(browse)
                .isNotEmpty()
                .hasSizeLessThan(all)
                .allSatisfy(line -> assertThat(line).contains("  BROWSE  "));
        assertThat(decode("nmbd-boot", "--slot", "\\MAILSLOT\\BROWSE").lines()).isEqualTo(browse);
        assertThat(decode("nmbd-boot", "--slot", "\\\\.\\mailslot\\BROWSE").lines())
                .isEqualTo(browse);
        assertThat(decode("nmbd-boot", "--slot", "//./mailslot/BROWSE").lines()).isEqualTo(browse);
        assertThat(decode("nmbd-boot", "--to", "LABGRP<1e>", "--slot", "BROWSE").lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("→ LABGRP<1E>"));
        assertThat(decode("getdc", "--from", "10.77.0.20").lines()).hasSize(1);
        assertThat(decode("getdc", "--from", "10.77.0.20", "--from", "10.77.0.10")
                        .lines())
                .hasSize(2);
        assertThat(decode("getdc", "--from", "winpc").lines()).hasSize(1);
        assertThat(decode("getdc", "--from", "WinPC<00>").lines()).hasSize(1);
        assertThat(decode("getdc", "--from", "nobody").out()).isEmpty();
    }

    @Test
    void whatIsMalformedCanBeAskedFor() {
        assertThat(decode("synthetic-types-a", "--kind", "malformed").lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("error: "));
    }

    @Test
    void everyFieldHasAPlaceInTheTree() {
        assertThat(decode("host-announcement", "--verbose").out())
                .contains("NetBIOS datagram, ")
                .contains("     0  message type ")
                .contains("  source name ")
                .contains("mailslot write, ")
                .contains("browser payload, ")
                .contains("  server type ")
                .contains("  periodicity ");
    }

    @Test
    void theTreeOfTheNameService() {
        assertThat(decode("nmbd-boot", "-v", "--kind", "name-registration-request")
                        .out())
                .contains("name service, ")
                .contains("     0  transaction id ");
    }

    @Test
    void aSummary() {
        Ran ran = decode("nmbd-boot", "--stats");
        assertThat(ran.lines().get(0)).startsWith("53 frames, ").contains(" malformed, ");
        assertThat(ran.out()).contains("request-election").contains("SAMBAPDC<00> → LABGRP<1E>  BROWSE");
        Map<String, Object> json = JsonReader.object(
                decode("nmbd-boot", "--stats", "--json").lines().get(0));
        assertThat(json)
                .containsEntry("frames", 53L)
                .containsEntry("malformed", 0L)
                .containsKeys("kinds", "conversations", "first", "last", "copies");
    }

    @Test
    void hostilePayloadsAreHarmlessOnALine() {
        assertThat(Shown.text("a\u001b[2J\u202e\\")).isEqualTo("a\\x1b[2J\\xe2\\x80\\xae\\\\");
    }

    @Test
    void linesForPeopleAndForProgramsAreNotMixed() {
        Ran ran = Ran.mailslot("decode", "--json", "--verbose", capture("getdc"));
        assertThat(ran.exitCode()).isEqualTo(2);
    }
}
