package io.usher.designer.drawing;

import io.usher.designer.canvas.DrawingProblem;
import io.usher.designer.canvas.Selection;
import io.usher.designer.form.BlockForm;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Nobody is told what is wrong with a block while it is being made: what comes up about the selected block, or about what was
 * brought together with it, waits until it is left or everything is asked for. What was said before it was selected stays, and
 * while the problems are listed nothing waits.
 */
final class Quiet {

    private final Consumer<List<DrawingProblem>> told;
    private final Set<Problem> said = new HashSet<>();
    private List<DrawingProblem> found = List.of();
    private Set<String> making = Set.of();
    private @Nullable List<DrawingProblem> last;
    private @Nullable String selected;
    private boolean listed;

    /** The same problem, however its words may change with what is typed. */
    private record Problem(
            @Nullable String block,
            @Nullable String field,
            @Nullable String code) {

        static Problem of(DrawingProblem problem) {
            return new Problem(problem.block(), problem.field(), problem.code());
        }
    }

    /** @param told what may be said of what was found */
    Quiet(Consumer<List<DrawingProblem>> told) {
        this.told = told;
    }

    void found(List<DrawingProblem> problems) {
        found = List.copyOf(problems);
        // what was mended and is wrong again comes up anew
        said.retainAll(problems.stream().map(Problem::of).collect(Collectors.toSet()));
        tell();
    }

    void selected(@Nullable Selection selection) {
        var element = selection == null ? null : selection.id();
        if (!Objects.equals(selected, element)) {
            spoken().map(Problem::of).forEach(said::add);
            selected = element;
            tell();
        }
    }

    void making(Set<String> elements) {
        making = Set.copyOf(elements);
        tell();
    }

    /** The person asks for everything. */
    void aloud() {
        found.stream().map(Problem::of).forEach(said::add);
        making = Set.of();
        tell();
    }

    /** The person has the list of all problems open, or has put it away. */
    void listed(boolean open) {
        if (listed != open) {
            spoken().map(Problem::of).forEach(said::add);
            listed = open;
            tell();
        }
    }

    private void tell() {
        var now = spoken().toList();
        if (!now.equals(last)) {
            last = now;
            told.accept(now);
        }
    }

    private Stream<DrawingProblem> spoken() {
        return found.stream().filter(problem -> listed || said.contains(Problem.of(problem)) || !isBeingMade(problem));
    }

    private boolean isBeingMade(DrawingProblem problem) {
        return isAbout(problem, selected) || making.stream().anyMatch(element -> isAbout(problem, element));
    }

    private static boolean isAbout(DrawingProblem problem, @Nullable String element) {
        return element != null && BlockForm.isAbout(problem, element);
    }
}
