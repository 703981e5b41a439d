package io.usher.engine.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Searches one collection: plan, read, match, sort if no index does, cut. */
final class Searches {
    private static final String CATALOGUE = ".system.";

    private final PrimaryIndex documents;
    private final StoreParts parts;
    private final Supplier<String> namespace;
    private volatile Planner planner = new Planner(List.of());

    Searches(PrimaryIndex documents, StoreParts parts, Supplier<String> namespace) {
        this.documents = documents;
        this.parts = parts;
        this.namespace = namespace;
    }

    void use(List<StoredIndex<?>> indexes) {
        planner = new Planner(indexes);
    }

    Iterator<Document> matching(Search search) {
        QueryPlan plan = planner.plan(search);
        Document sort = search.order();
        boolean sortAfterwards = sort != null && !plan.isSorted();
        FullScans.Scan scan = scan(search, plan, sortAfterwards);
        SearchCosts.Meter meter = meter(search);
        Matches matches = new Matches(PlanEntries.of(plan, documents), documents, search.filter(), scan, meter);
        Stream<Document> found = sort != null && sortAfterwards
                ? stream(new BoundedSort(sort).sort(matches, search.wanted()))
                : stream(matches).map(Matches.Match::document);
        found = search.skip() > 0 ? found.skip(search.skip()) : found;
        Iterator<Document> limited = (search.limit() > 0 ? found.limit(search.limit()) : found).iterator();
        return meter == null ? limited : metered(limited, meter);
    }

    private static Iterator<Document> metered(Iterator<Document> found, SearchCosts.Meter meter) {
        return new LookAhead<>() {
            @Override
            @Nullable
            Document advance() {
                if (!found.hasNext()) {
                    meter.ended();
                    return null;
                }
                meter.returned();
                return found.next();
            }
        };
    }

    /** The store's own catalogue is small and has no indexes; it is not counted. */
    private SearchCosts.@Nullable Meter meter(Search search) {
        String name = namespace.get();
        return name.contains(CATALOGUE) ? null : parts.costs().begin(name, search);
    }

    /** The first few of everything, in the order they are stored in, is no scan; nor is the store's own catalogue. */
    private FullScans.@Nullable Scan scan(Search search, QueryPlan plan, boolean sortAfterwards) {
        boolean firstFew = search.filter().isEmpty() && !sortAfterwards && search.limit() > 0;
        String name = namespace.get();
        if (!plan.readsEverything() || firstFew || name.contains(CATALOGUE)) {
            return null;
        }
        return parts.scans().begin(name, search);
    }

    static <T> Stream<T> stream(Iterator<T> iterator) {
        Iterable<T> iterable = () -> iterator;
        return StreamSupport.stream(iterable.spliterator(), false);
    }
}
