package io.usher.engine.bench;

import java.util.Locale;

/** Numbers as people read them. */
final class Words {

    private Words() {}

    /** Three digits that count, whole from a hundred on. */
    static String number(double value) {
        double size = Math.abs(value);
        return String.format(
                Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.4f", value);
    }

    static String ratio(Series series) {
        return number(series.ratio()) + " (" + number(series.lowestRatio()) + " - " + number(series.highestRatio())
                + ")";
    }

    static String limit(Series series) {
        var limit = series.figure().limit();
        if (limit == null) {
            return "";
        }
        var sign = series.figure().better() == Figure.Better.LESS ? "<= " : ">= ";
        return sign + number(limit) + " " + series.figure().unit() + (series.kept() ? ", kept" : ", NOT KEPT");
    }

    static String better(Series series) {
        return series.figure().better() == Figure.Better.MORE ? "more is better" : "less is better";
    }

    static String memory(ProcessUse use) {
        return use.peakMegabytes() == null ? "not to be had" : use.peakMegabytes() + " MB";
    }
}
