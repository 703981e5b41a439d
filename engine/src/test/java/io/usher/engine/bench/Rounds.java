package io.usher.engine.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Warms both sides up, then measures them in turn, so that what else the machine does meets both alike. */
final class Rounds {

    private final int warmUps;
    private final int count;
    private final Consumer<String> progress;

    Rounds(int warmUps, int count, Consumer<String> progress) {
        this.warmUps = warmUps;
        this.count = count;
        this.progress = progress;
    }

    List<Series> of(Contest contest) throws Exception {
        for (int i = 1; i <= warmUps; i++) {
            progress.accept(contest.name() + ": warm-up " + i + " of " + warmUps);
            values(contest, contest.usher());
            values(contest, contest.bare());
        }
        var usher = new ArrayList<double[]>();
        var bare = new ArrayList<double[]>();
        for (int i = 1; i <= count; i++) {
            progress.accept(contest.name() + ": round " + i + " of " + count);
            usher.add(values(contest, contest.usher()));
            bare.add(values(contest, contest.bare()));
        }
        var series = new ArrayList<Series>();
        for (int i = 0; i < contest.figures().size(); i++) {
            series.add(new Series(contest.figures().get(i), column(usher, i), column(bare, i)));
        }
        return series;
    }

    private static double[] values(Contest contest, Measure measure) throws Exception {
        var values = measure.round();
        if (values.length != contest.figures().size()) {
            throw new IllegalStateException(
                    contest.name() + " names " + contest.figures().size() + " figures and yields " + values.length);
        }
        return values;
    }

    private static List<Double> column(List<double[]> rounds, int at) {
        return rounds.stream().map(values -> values[at]).toList();
    }
}
