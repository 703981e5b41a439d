package io.usher.engine.embedded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Chooses how a search is done: the index with the longest run of fixed fields, then ranges, then order; of several that serve
 * equally the one with the fewest entries to read.
 */
final class Planner {
    private static final int MOST_COUNTED = 200;

    private final List<StoredIndex<?>> indexes;

    Planner(List<StoredIndex<?>> indexes) {
        this.indexes = indexes;
    }

    QueryPlan plan(Search search) {
        List<Conditions> alternatives = Conditions.alternatives(search.filter());
        SortOrder sort = SortOrder.of(search.sort());
        Candidate best = best(alternatives, sort);
        if (best != null && (best.narrows() || best.plan().order().sorted())) {
            return best.narrows() || alternatives.size() == 1 ? best.plan() : unionOr(best.plan(), alternatives);
        }
        return unionOr(new QueryPlan.Everything(sort.naturalReverse()), alternatives);
    }

    /** The branches of an {@code $or} may each have an index of its own; what is read is then sorted afterwards. */
    private QueryPlan unionOr(QueryPlan otherwise, List<Conditions> alternatives) {
        if (alternatives.size() < 2) {
            return otherwise;
        }
        List<QueryPlan.Ranges> parts = new ArrayList<>();
        for (Conditions alternative : alternatives) {
            Candidate part = best(List.of(alternative), SortOrder.NONE);
            if (part == null || !part.narrows()) {
                return otherwise;
            }
            parts.add(part.plan());
        }
        return new QueryPlan.Union(parts);
    }

    private @Nullable Candidate best(List<Conditions> alternatives, SortOrder sort) {
        return indexes.stream()
                .map(index -> candidate(index, alternatives, sort))
                .filter(Objects::nonNull)
                .max(Comparator.comparingInt(Candidate::worth)
                        .thenComparing(
                                Comparator.comparingLong(Candidate::entries).reversed()))
                .orElse(null);
    }

    private record Candidate(QueryPlan.Ranges plan, int worth, boolean narrows) {

        /** Roughly, from the first ranges when they are many. */
        long entries() {
            List<KeyRange> ranges = plan.ranges();
            List<KeyRange> some = ranges.subList(0, Math.min(ranges.size(), MOST_COUNTED));
            long counted = some.stream().mapToLong(plan.index()::count).sum();
            return some.isEmpty() ? 0 : counted * ranges.size() / some.size();
        }
    }

    private static @Nullable Candidate candidate(StoredIndex<?> index, List<Conditions> alternatives, SortOrder sort) {
        List<KeyRange> ranges = new ArrayList<>();
        List<IndexMatch> matches = new ArrayList<>();
        for (Conditions conditions : alternatives) {
            IndexMatch match = IndexMatch.of(index, conditions);
            if (!match.holdsAllMatches()) {
                return null;
            }
            matches.add(match);
            ranges.addAll(match.ranges());
        }
        QueryPlan.Order order = sort.orderBy(index, matches);
        boolean narrows = matches.stream().allMatch(IndexMatch::narrows);
        int worth = matches.stream().mapToInt(IndexMatch::worth).min().orElse(0) + (order.sorted() ? 6 : 0);
        boolean distinct = alternatives.size() > 1 || matches.stream().anyMatch(IndexMatch::mayRepeat);
        return new Candidate(new QueryPlan.Ranges(index, ranges, order, distinct), worth, narrows);
    }
}
