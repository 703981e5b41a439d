package io.usher.engine.bench;

import java.util.List;
import java.util.Locale;

/** A result as one page that needs nothing else, light and dark. */
final class HtmlPage {

    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1c2024; --paper: #fff; --soft: #60646c; --line: #d9d9e0; --bad: #c62a2f; --dot: #3e63dd; }
            @media (prefers-color-scheme: dark) { :root { --ink: #edeef0; --paper: #18191b; --soft: #b0b4ba; --line: #43484e; --bad: #ff9592; --dot: #9eb1ff; } }
            body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
            h1, h2 { line-height: 1.2; } h2 { font-size: 1.1rem; margin: 2rem 0 0; } p { margin: .3rem 0 .6rem; } .soft { color: var(--soft); }
            .wide { overflow-x: auto; } table { border-collapse: collapse; min-width: 40rem; }
            th, td { text-align: right; padding: .35rem .8rem; border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; white-space: nowrap; }
            th:first-child, td:first-child { text-align: left; padding-left: 0; } th { color: var(--soft); font-weight: 500; }
            .bad { color: var(--bad); font-weight: 600; } circle { fill: var(--dot); fill-opacity: .6; } line { stroke: var(--line); }
            """;

    private HtmlPage() {}

    static String of(Result result) {
        var page = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>Usher bench: ");
        page.append(escaped(result.bench()))
                .append("</title><style>\n")
                .append(STYLE)
                .append("</style></head><body>\n<h1>");
        page.append(escaped(result.bench()))
                .append(result.quick() ? " (quick)" : "")
                .append("</h1>\n");
        page.append(paragraph(result.about()));
        result.outcomes().forEach(outcome -> append(page, outcome));
        page.append(paragraph(
                "Medians of " + result.rounds() + " rounds in turn with the reference. A ratio is Usher's part of the"
                        + " reference in the same round; dots are the rounds, from the lowest to the highest ratio."));
        append(page, result.surroundings());
        return page.append("</body></html>\n").toString();
    }

    private static void append(StringBuilder page, Result.Outcome outcome) {
        page.append("<h2>").append(escaped(outcome.contest())).append("</h2>\n");
        page.append(paragraph("Reference: " + outcome.reference()));
        page.append(
                "<div class=\"wide\"><table><tr><th></th><th>Usher</th><th>reference</th><th>ratio</th><th>lowest</th>"
                        + "<th>highest</th><th>rounds</th><th></th><th>limit</th></tr>\n");
        for (var series : outcome.series()) {
            var unit = " " + series.figure().unit();
            page.append("<tr>");
            cells(
                    page,
                    series.figure().name(),
                    Words.number(series.usherMedian()) + unit,
                    Words.number(series.referenceMedian()) + unit,
                    Words.number(series.ratio()),
                    Words.number(series.lowestRatio()),
                    Words.number(series.highestRatio()));
            page.append("<td>").append(dots(series)).append("</td>");
            cells(page, Words.better(series));
            page.append(series.kept() ? "<td>" : "<td class=\"bad\">")
                    .append(escaped(Words.limit(series)))
                    .append("</td></tr>\n");
        }
        page.append("</table></div>\n");
    }

    private static String dots(Series series) {
        var svg = new StringBuilder("<svg width=\"120\" height=\"16\" role=\"img\" aria-label=\"ratios of the rounds\">"
                + "<line x1=\"6\" y1=\"8\" x2=\"114\" y2=\"8\"/>");
        double low = series.lowestRatio();
        double span = series.highestRatio() - low;
        for (double ratio : series.ratios()) {
            double x = span == 0 ? 60 : 6 + 108 * (ratio - low) / span;
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"8\" r=\"5\"><title>%s</title></circle>",
                    x,
                    Words.number(ratio)));
        }
        return svg.append("</svg>").toString();
    }

    private static void append(StringBuilder page, Surroundings seen) {
        page.append(
                "<h2>Surroundings</h2>\n<div class=\"wide\"><table><tr><th>process</th><th>CPU</th><th>peak memory</th></tr>\n");
        for (var use : seen.processes()) {
            page.append("<tr>");
            cells(page, use.name(), String.format(Locale.ROOT, "%.1f s", use.cpuSeconds()), Words.memory(use));
            page.append("</tr>\n");
        }
        page.append("</table></div>\n");
        List.of(
                        "Load before " + Words.number(seen.loadBefore()) + ", after " + Words.number(seen.loadAfter())
                                + "; " + seen.machine() + ", " + seen.at(),
                        "Commit " + seen.commit() + "; " + seen.java() + "; Zeebe " + seen.zeebe() + "; "
                                + seen.store())
                .forEach(line -> page.append(paragraph(line)));
    }

    private static void cells(StringBuilder page, String... texts) {
        for (var text : texts) {
            page.append("<td>").append(escaped(text)).append("</td>");
        }
    }

    private static String paragraph(String text) {
        return "<p class=\"soft\">" + escaped(text) + "</p>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
