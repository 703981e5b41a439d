package io.usher.engine.bench;

import java.util.List;

/** The same work done by Usher and by its reference, and the figures that both yield. */
record Contest(String name, String reference, List<Figure> figures, Measure usher, Measure bare) {

    Contest {
        figures = List.copyOf(figures);
    }
}
