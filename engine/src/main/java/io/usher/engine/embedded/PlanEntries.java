package io.usher.engine.embedded;

import io.usher.engine.embedded.IndexEntries.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The index entries that a plan leads to, in its order. */
final class PlanEntries {
    private static final KeyRange ALL = new KeyRange(new Object[0], null, null);

    private PlanEntries() {}

    static Iterator<Entry> of(QueryPlan plan, PrimaryIndex documents) {
        return switch (plan) {
            case QueryPlan.Everything everything -> documents.entries(ALL, everything.reverse());
            case QueryPlan.Ranges ranges -> ranges.distinct() ? new Distinct(of(ranges)) : of(ranges);
            case QueryPlan.Union union ->
                new Distinct(new Chained(union.parts().stream()
                        .<Supplier<Iterator<Entry>>>map(part -> () -> of(part))
                        .iterator()));
        };
    }

    private static Iterator<Entry> of(QueryPlan.Ranges plan) {
        boolean reverse = plan.order().reverse();
        if (plan.order().sorted() && plan.ranges().size() > 1) {
            return new Merged(plan);
        }
        return new Chained(plan.ranges().stream()
                .<Supplier<Iterator<Entry>>>map(range -> () -> plan.index().entries(range, reverse))
                .iterator());
    }

    /** One range after the other, each opened when it is reached. */
    private static final class Chained extends LookAhead<Entry> {
        private final Iterator<Supplier<Iterator<Entry>>> parts;
        private @Nullable Iterator<Entry> current;

        Chained(Iterator<Supplier<Iterator<Entry>>> parts) {
            this.parts = parts;
        }

        @Override
        @Nullable
        Entry advance() {
            while (current == null || !current.hasNext()) {
                if (!parts.hasNext()) {
                    return null;
                }
                current = parts.next().get();
            }
            return current.next();
        }
    }

    /** Several ordered ranges as one: always the smallest of their first entries. */
    private static final class Merged extends LookAhead<Entry> {
        private final PriorityQueue<Head> heads;

        private record Head(Entry entry, Iterator<Entry> rest) {}

        Merged(QueryPlan.Ranges plan) {
            Comparator<Entry> order = order(plan.order());
            heads = new PriorityQueue<>((a, b) -> order.compare(a.entry, b.entry));
            for (KeyRange range : plan.ranges()) {
                push(plan.index().entries(range, plan.order().reverse()));
            }
        }

        private void push(Iterator<Entry> entries) {
            if (entries.hasNext()) {
                heads.add(new Head(entries.next(), entries));
            }
        }

        @Override
        @Nullable
        Entry advance() {
            Head head = heads.poll();
            if (head == null) {
                return null;
            }
            push(head.rest);
            return head.entry;
        }

        private static Comparator<Entry> order(QueryPlan.Order order) {
            List<Comparator<Entry>> places = new ArrayList<>();
            for (int i = 0; i < order.places().size(); i++) {
                int place = order.places().get(i);
                Comparator<Entry> byPlace = (a, b) -> KeyOrder.compare(a.key()[place], b.key()[place]);
                places.add(order.falling().get(i) ? byPlace.reversed() : byPlace);
            }
            return places.stream().reduce(Comparator::thenComparing).orElse((a, b) -> 0);
        }
    }

    /** Each document once, at its first entry. */
    private static final class Distinct extends LookAhead<Entry> {
        private final Iterator<Entry> entries;
        private final Set<Object> seen = new HashSet<>();
        private final MemoryLimit memory = MemoryLimit.perCommand();

        Distinct(Iterator<Entry> entries) {
            this.entries = entries;
        }

        @Override
        @Nullable
        Entry advance() {
            while (entries.hasNext()) {
                Entry entry = entries.next();
                if (seen.add(entry.id())) {
                    memory.take(Bson.roughSize(entry.id()));
                    return entry;
                }
            }
            return null;
        }
    }
}
