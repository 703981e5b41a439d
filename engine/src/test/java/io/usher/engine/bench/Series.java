package io.usher.engine.bench;

import java.util.Arrays;
import java.util.List;

/** A figure's values of all rounds; usher's and the reference's of one round stand at the same place. */
record Series(Figure figure, List<Double> usher, List<Double> reference) {

    Series {
        usher = List.copyOf(usher);
        reference = List.copyOf(reference);
        if (usher.isEmpty() || usher.size() != reference.size()) {
            throw new IllegalArgumentException("Usher and reference need the same number of rounds, at least one");
        }
    }

    double usherMedian() {
        return median(usher);
    }

    double referenceMedian() {
        return median(reference);
    }

    /** Usher's value as a part of the reference's, round by round: both sides of a round saw the same load. */
    List<Double> ratios() {
        return java.util.stream.IntStream.range(0, usher.size())
                .mapToObj(i -> usher.get(i) / reference.get(i))
                .toList();
    }

    double ratio() {
        return median(ratios());
    }

    double lowestRatio() {
        return ratios().stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    double highestRatio() {
        return ratios().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** Whether the median keeps the figure's limit; true when it has none. */
    boolean kept() {
        return figure.keeps(usherMedian());
    }

    static double median(List<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The value that so large a part of these does not exceed, in milliseconds. */
    static double millis(long[] nanos, double part) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        int at = Math.max(0, (int) Math.ceil(part * sorted.length) - 1);
        return sorted[at] / 1_000_000.0;
    }
}
