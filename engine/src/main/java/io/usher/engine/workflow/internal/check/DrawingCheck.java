package io.usher.engine.workflow.internal.check;

import io.usher.engine.message.Renderer;
import io.usher.engine.workflow.internal.drawing.DrawingProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All checks, one after another; blocking, as templates are tried. */
@Component
public class DrawingCheck {

    private static final int MOST = 200;

    private final List<Check> checks;

    public DrawingCheck(Renderer renderer) {
        this.checks = List.of(
                new ShapeCheck(),
                new ReachCheck(),
                new WaysCheck(),
                new SettingsCheck(renderer),
                new BlockCheck(),
                new ReferenceCheck(),
                new TriggerCheck(),
                new PictureCheck(),
                new OrderCheck(renderer));
    }

    /** Where a problem is; what a later check says of the same place is left out. */
    private record Place(@Nullable String block, @Nullable String field) {

        static Place of(DrawingProblem problem) {
            return new Place(problem.block(), problem.field());
        }
    }

    /** The sketch's own problems and everything the checks find, at most 200; empty when nothing is wrong. */
    public List<DrawingProblem> check(Subject subject) {
        var problems = new ArrayList<>(subject.sketch().problems());
        for (Check check : checks) {
            var known = problems.stream().map(Place::of).collect(Collectors.toSet());
            check.check(subject).stream()
                    .filter(problem -> problem.field() == null || !known.contains(Place.of(problem)))
                    .forEach(problems::add);
        }
        return problems.size() > MOST ? List.copyOf(problems.subList(0, MOST)) : List.copyOf(problems);
    }
}
