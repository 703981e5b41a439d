package io.usher.engine.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A result for programs: every round of every figure. */
final class JsonReport {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonReport() {}

    static String of(Result result) {
        var all = new LinkedHashMap<String, Object>();
        all.put("bench", result.bench());
        all.put("about", result.about());
        all.put("quick", result.quick());
        all.put("rounds", result.rounds());
        all.put("limitsKept", result.kept());
        all.put(
                "contests",
                result.outcomes().stream()
                        .map(outcome -> Map.of(
                                "name", outcome.contest(),
                                "reference", outcome.reference(),
                                "figures",
                                        outcome.series().stream()
                                                .map(JsonReport::figure)
                                                .toList()))
                        .toList());
        all.put("surroundings", result.surroundings());
        return JSON.writeValueAsString(all) + "\n";
    }

    private static Map<String, Object> figure(Series series) {
        var figure = new LinkedHashMap<String, Object>();
        figure.put("name", series.figure().name());
        figure.put("unit", series.figure().unit());
        figure.put("better", series.figure().better().name().toLowerCase(java.util.Locale.ROOT));
        figure.put("usher", side(series.usherMedian(), series.usher()));
        figure.put("reference", side(series.referenceMedian(), series.reference()));
        figure.put(
                "ratio",
                Map.of("median", series.ratio(), "lowest", series.lowestRatio(), "highest", series.highestRatio()));
        if (series.figure().limit() != null) {
            figure.put("limit", series.figure().limit());
            figure.put("kept", series.kept());
        }
        return figure;
    }

    private static Map<String, Object> side(double median, List<Double> rounds) {
        return Map.of("median", median, "rounds", rounds);
    }
}
