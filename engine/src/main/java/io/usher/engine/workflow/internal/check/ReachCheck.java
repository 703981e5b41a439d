package io.usher.engine.workflow.internal.check;

import io.usher.engine.workflow.Graph.Flow;
import io.usher.engine.workflow.internal.drawing.DrawingProblem;
import io.usher.engine.workflow.internal.drawing.Sketch;
import io.usher.engine.workflow.internal.drawing.Sketch.Block;
import io.usher.engine.workflow.spi.StartBlock;
import io.usher.engine.workflow.spi.WaitBlock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where journeys can come to: blocks they never reach, circles without a wait, paths without an end. */
final class ReachCheck implements Check {

    private static final int NAMED = 5;

    @Override
    public List<DrawingProblem> check(Subject subject) {
        var sketch = subject.sketch();
        var problems = new ArrayList<DrawingProblem>();
        var reached = reached(sketch);
        if (!reached.isEmpty()) {
            unreachable(sketch, reached, problems);
        }
        loopsWithoutWait(sketch, problems);
        withoutEnd(sketch, reached, problems);
        return problems;
    }

    private static Set<String> reached(Sketch sketch) {
        var starts = sketch.blocks().values().stream()
                .filter(block -> block.type() instanceof StartBlock
                        || block.tag().equals("startEvent")
                        || comesFromForeign(sketch, block))
                .map(Block::id)
                .toList();
        return spread(sketch, starts, ReachCheck::targets);
    }

    /** What stands before a foreign element is not known; that element has its problem already. */
    private static boolean comesFromForeign(Sketch sketch, Block block) {
        return !sketch.blocks().keySet().containsAll(sources(block));
    }

    /** Blocks without any way in have that problem already. */
    private static void unreachable(Sketch sketch, Set<String> reached, List<DrawingProblem> problems) {
        sketch.blocks().values().stream()
                .filter(block -> !reached.contains(block.id()) && !block.in().isEmpty())
                .map(block ->
                        block.error("unreachable", "cannot be reached from the Start; draw a line to it, or delete it"))
                .forEach(problems::add);
    }

    private static void loopsWithoutWait(Sketch sketch, List<DrawingProblem> problems) {
        var restless = sketch.blocks().values().stream()
                .filter(block -> !(block.type() instanceof WaitBlock))
                .map(Block::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (var loop : groups(sketch, circular(sketch, restless))) {
            problems.add(first(sketch, loop)
                    .error(
                            "loop-without-wait",
                            "is in a loop without a wait (" + names(sketch, loop) + "); add a Wait to the loop"));
        }
    }

    /** Takes away what has no way in or no way out among the rest, until nothing changes: what stays turns in circles. */
    private static Set<String> circular(Sketch sketch, Set<String> among) {
        var rest = new LinkedHashSet<>(among);
        var look = new ArrayDeque<>(rest);
        while (!look.isEmpty()) {
            var id = look.poll();
            var block = sketch.blocks().get(id);
            if (block == null || !rest.contains(id)) {
                continue;
            }
            if (targets(block).stream().noneMatch(rest::contains)
                    || sources(block).stream().noneMatch(rest::contains)) {
                rest.remove(id);
                look.addAll(targets(block));
                look.addAll(sources(block));
            }
        }
        return rest;
    }

    /** A block without a way out has that problem already and counts as an end here. */
    private static void withoutEnd(Sketch sketch, Set<String> reached, List<DrawingProblem> problems) {
        var ends = sketch.blocks().values().stream()
                .filter(block -> targets(block).stream().noneMatch(sketch.blocks()::containsKey))
                .map(Block::id)
                .toList();
        var ending = spread(sketch, ends, ReachCheck::sources);
        var endless = new LinkedHashSet<>(sketch.blocks().keySet());
        endless.retainAll(reached);
        endless.removeAll(ending);
        for (var group : groups(sketch, endless)) {
            problems.add(first(sketch, group)
                    .error(
                            "no-end",
                            "is on a path that never reaches an Exit (" + names(sketch, group) + "); add one"));
        }
    }

    private static Set<String> spread(
            Sketch sketch, Collection<String> from, Function<Block, List<String>> neighbours) {
        var seen = new LinkedHashSet<String>(from);
        var look = new ArrayDeque<String>(from);
        while (!look.isEmpty()) {
            var block = sketch.blocks().get(look.poll());
            if (block != null) {
                neighbours.apply(block).stream().filter(seen::add).forEach(look::add);
            }
        }
        return seen;
    }

    /** The parts of these blocks that hang together. */
    private static List<Set<String>> groups(Sketch sketch, Set<String> ids) {
        var groups = new ArrayList<Set<String>>();
        var left = new LinkedHashSet<>(ids);
        while (!left.isEmpty()) {
            var group = spread(sketch, List.of(left.getFirst()), block -> around(block, ids));
            left.removeAll(group);
            groups.add(inOrder(sketch, group));
        }
        return groups;
    }

    private static Set<String> inOrder(Sketch sketch, Set<String> group) {
        return sketch.blocks().keySet().stream()
                .filter(group::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> around(Block block, Set<String> among) {
        var around = new ArrayList<>(targets(block));
        around.addAll(sources(block));
        around.retainAll(among);
        return around;
    }

    private static Block first(Sketch sketch, Set<String> group) {
        return Objects.requireNonNull(sketch.blocks().get(group.iterator().next()));
    }

    private static String names(Sketch sketch, Set<String> group) {
        var names = group.stream()
                .limit(NAMED)
                .map(id -> Objects.requireNonNull(sketch.blocks().get(id)).name())
                .collect(Collectors.joining(", "));
        return group.size() > NAMED ? names + " and " + (group.size() - NAMED) + " more" : names;
    }

    private static List<String> targets(Block block) {
        return block.out().stream().map(Flow::target).toList();
    }

    private static List<String> sources(Block block) {
        return block.in().stream().map(Flow::source).toList();
    }
}
