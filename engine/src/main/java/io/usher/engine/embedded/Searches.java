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
    private final PrimaryIndex documents;
    private final FullScans scans;
    private final Supplier<String> namespace;
    private volatile Planner planner = new Planner(List.of());

    Searches(PrimaryIndex documents, FullScans scans, Supplier<String> namespace) {
        this.documents = documents;
        this.scans = scans;
        this.namespace = namespace;
    }

    void use(List<StoredIndex<?>> indexes) {
        planner = new Planner(indexes);
    }

    Iterator<Document> matching(Search search) {
        Plan plan = planner.plan(search);
        Document sort = search.order();
        boolean sortAfterwards = sort != null && !plan.isSorted();
        FullScans.Scan scan = scan(search, plan, sortAfterwards);
        Matches matches = new Matches(PlanEntries.of(plan, documents), documents, search.filter(), scan);
        Stream<Document> found = sort != null && sortAfterwards
                ? stream(new BoundedSort(sort).sort(matches, search.wanted()))
                : stream(matches).map(Matches.Match::document);
        found = search.skip() > 0 ? found.skip(search.skip()) : found;
        return (search.limit() > 0 ? found.limit(search.limit()) : found).iterator();
    }

    /** The first few of everything, in the order they are stored in, is no scan; nor is the store's own catalogue. */
    private FullScans.@Nullable Scan scan(Search search, Plan plan, boolean sortAfterwards) {
        boolean firstFew = search.filter().isEmpty() && !sortAfterwards && search.limit() > 0;
        String name = namespace.get();
        if (!plan.readsEverything() || firstFew || name.contains(".system.")) {
            return null;
        }
        return scans.begin(name, search);
    }

    static <T> Stream<T> stream(Iterator<T> iterator) {
        Iterable<T> iterable = () -> iterator;
        return StreamSupport.stream(iterable.spliterator(), false);
    }
}
