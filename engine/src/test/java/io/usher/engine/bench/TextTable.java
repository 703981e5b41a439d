package io.usher.engine.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A result for a terminal. */
final class TextTable {

    private TextTable() {}

    static String of(Result result) {
        var text = new StringBuilder();
        text.append(result.bench())
                .append(result.quick() ? " (quick)" : "")
                .append(": ")
                .append(result.about())
                .append("\n");
        for (var outcome : result.outcomes()) {
            text.append("\n")
                    .append(outcome.contest())
                    .append("\n  reference: ")
                    .append(outcome.reference())
                    .append("\n");
            var rows = new ArrayList<List<String>>();
            rows.add(List.of("", "Usher", "reference", "ratio (lowest - highest)", "", "limit"));
            outcome.series().forEach(series -> rows.add(row(series)));
            append(text, rows);
        }
        var seen = result.surroundings();
        text.append("\nMedians of ")
                .append(result.rounds())
                .append(
                        " rounds in turn with the reference; ratio: Usher's part of the reference in the same round.\n\n");
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("process", "CPU", "peak memory"));
        seen.processes()
                .forEach(use -> rows.add(List.of(
                        use.name(), String.format(Locale.ROOT, "%.1f s", use.cpuSeconds()), Words.memory(use))));
        append(text, rows);
        text.append("\n  load before and after: ")
                .append(Words.number(seen.loadBefore()))
                .append(", ")
                .append(Words.number(seen.loadAfter()))
                .append("  (")
                .append(seen.machine())
                .append(", ")
                .append(seen.at())
                .append(")\n");
        text.append("  commit ")
                .append(seen.commit())
                .append(" | ")
                .append(seen.java())
                .append(" | Zeebe ")
                .append(seen.zeebe())
                .append(" | ")
                .append(seen.store())
                .append("\n");
        return text.toString();
    }

    private static List<String> row(Series series) {
        var unit = " " + series.figure().unit();
        return List.of(
                series.figure().name(),
                Words.number(series.usherMedian()) + unit,
                Words.number(series.referenceMedian()) + unit,
                Words.ratio(series),
                Words.better(series),
                Words.limit(series));
    }

    private static void append(StringBuilder text, List<List<String>> rows) {
        int columns = rows.getFirst().size();
        var widths = new int[columns];
        rows.forEach(row -> {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        for (var row : rows) {
            var line = new StringBuilder("  ");
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            text.append(line.toString().stripTrailing()).append("\n");
        }
    }
}
