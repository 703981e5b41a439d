package io.usher.engine.workflow.internal.drawing;

import java.util.List;
import java.util.Set;

/**
 * What stands in a drawing, in document order.
 *
 * @param foreign ids of elements that are no blocks; each has its problem already
 * @param problems what cannot be in a drawing at all: pools, lanes, unknown elements
 */
public record Drawing(
        List<Element> elements,
        List<Arrow> arrows,
        Set<String> foreign,
        Picture picture,
        List<DrawingProblem> problems) {

    public Drawing {
        elements = List.copyOf(elements);
        arrows = List.copyOf(arrows);
        foreign = Set.copyOf(foreign);
        problems = List.copyOf(problems);
    }
}
