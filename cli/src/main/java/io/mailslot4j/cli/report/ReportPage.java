package io.mailslot4j.cli.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The page of a report: one file without scripts, pictures or anything from elsewhere. */
final class ReportPage {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 120;
    private static final int BAR = 18;
    private static final int LABEL = 420;
    private static final int MOST_BARS = 25;

    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1d2733; --paper: #fff; --soft: #667587; --line: #d8dee6; --bar: #2f6fb0; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e6ebf1; --paper: #14191f; --soft: #98a6b5; --line: #33404d; --bar: #6aa5e0; }
            }
            body { font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper);
              margin: 2rem auto; max-width: 62rem; padding: 0 1rem; }
            h1 { font-size: 1.6rem; margin-bottom: 0; } h2 { font-size: 1.15rem; margin: 2.2rem 0 .5rem; }
            p, figcaption { color: var(--soft); } figure { margin: 0; overflow-x: auto; } figcaption { margin-top: .3rem; }
            svg { width: 100%; min-width: 40rem; height: auto; display: block; }
            svg text { fill: var(--ink); font: 12px system-ui, sans-serif; } svg rect { fill: var(--bar); }
            table { border-collapse: collapse; width: 100%; font-size: .92em; }
            th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; border-bottom: 1px solid var(--line);
              overflow-wrap: break-word; }
            td:nth-child(-n+2) { overflow-wrap: normal; }
            th { color: var(--soft); font-weight: 600; white-space: nowrap; }
            """;

    private final CaptureFindings findings;
    private final Html page = new Html();

    private ReportPage(CaptureFindings findings) {
        this.findings = findings;
    }

    /** @param files the captures that the report is about */
    static String of(List<String> files, CaptureFindings findings) {
        ReportPage report = new ReportPage(findings);
        report.head(files);
        report.timeline();
        report.hosts();
        report.groups();
        report.bars("Mailslots", "messages to each", findings.slots);
        report.bars("Talkers", "messages from one name to another", findings.talkers);
        report.malformed();
        return report.page.raw("</body></html>\n").toString();
    }

    private void head(List<String> files) {
        String title =
                "Mailslots in " + files.stream().map(ReportPage::shortName).collect(Collectors.joining(", "));
        page.raw("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width\">")
                .raw("<title>")
                .text(title)
                .raw("</title>\n<style>")
                .raw(STYLE)
                .raw("</style></head>\n<body><h1>")
                .text(title)
                .raw("</h1>\n<p>")
                .text(findings.stats.text().lines().findFirst().orElse(""))
                .raw("</p>\n");
    }

    /** A file without its folder. */
    private static String shortName(String file) {
        return file.substring(1 + Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')));
    }

    private void timeline() {
        Timeline timeline = findings.timeline;
        if (timeline.isEmpty()) {
            return;
        }
        page.raw("<h2>Timeline</h2>\n<figure><svg viewBox=\"0 0 " + WIDTH + " " + (HEIGHT + 20) + "\" role=\"img\">");
        double width = (double) WIDTH / timeline.size();
        for (int i = 0; i < timeline.size(); i++) {
            double height = (double) HEIGHT * timeline.count(i) / timeline.most();
            page.raw(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"/>",
                    i * width,
                    HEIGHT - height,
                    Math.min(40, Math.max(0.5, width * 0.9)),
                    height));
        }
        page.raw("<text x=\"0\" y=\"" + (HEIGHT + 15) + "\">").text(seconds(timeline.start()));
        page.raw("</text><text text-anchor=\"end\" x=\"" + WIDTH + "\" y=\"" + (HEIGHT + 15) + "\">")
                .text(seconds(timeline.end()));
        page.raw("</text></svg><figcaption>")
                .text("At most " + timeline.most() + " frames in "
                        + timeline.span().toSeconds() + " s.")
                .raw("</figcaption></figure>\n");
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private void hosts() {
        page.raw("<h2>Hosts</h2>\n");
        if (findings.hosts.isEmpty()) {
            page.raw("<p>None.</p>\n");
            return;
        }
        page.table("name", "addresses", "datagrams", "announced version", "announced roles", "comment");
        findings.hosts.entrySet().stream()
                .sorted(Comparator.comparingLong(
                        (Map.Entry<String, FoundHost> h) -> -h.getValue().messages()))
                .forEach(host -> host.getValue().row(host.getKey(), page));
        page.raw("</table></figure>\n");
    }

    private void groups() {
        page.raw("<h2>Domains and workgroups</h2>\n");
        if (findings.groups.isEmpty()) {
            page.raw("<p>None announced.</p>\n");
            return;
        }
        page.table("name", "local master browser");
        findings.groups.forEach(page::row);
        page.raw("</table></figure>\n");
    }

    private void bars(String title, String what, Map<String, Long> counts) {
        page.raw("<h2>").text(title).raw("</h2>\n");
        List<Map.Entry<String, Long>> most = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_BARS)
                .toList();
        if (most.isEmpty()) {
            page.raw("<p>None.</p>\n");
            return;
        }
        int room = WIDTH - LABEL - 60;
        page.raw("<figure><svg viewBox=\"0 0 " + WIDTH + " " + most.size() * BAR + "\" role=\"img\">");
        for (int i = 0; i < most.size(); i++) {
            long width = Math.max(1, room * most.get(i).getValue() / most.get(0).getValue());
            page.raw("<text x=\"0\" y=\"" + (i * BAR + 13) + "\">")
                    .text(most.get(i).getKey());
            page.raw("</text><rect x=\"" + LABEL + "\" y=\"" + (i * BAR + 3) + "\" width=\"" + width
                    + "\" height=\"" + (BAR - 6) + "\"/><text x=\"" + (LABEL + width + 6) + "\" y=\""
                    + (i * BAR + 13) + "\">" + most.get(i).getValue() + "</text>");
        }
        page.raw("</svg><figcaption>")
                .text(counts.size() > most.size() ? "The " + most.size() + " with most of " + counts.size() + ": " : "")
                .text(what)
                .raw("</figcaption></figure>\n");
    }

    private void malformed() {
        page.raw("<h2>Malformed frames</h2>\n");
        if (findings.malformed.isEmpty()) {
            page.raw("<p>None.</p>\n");
            return;
        }
        page.table("capture", "frame", "from and to", "trouble");
        findings.malformed.forEach(page::row);
        page.raw("</table></figure>\n");
    }
}
