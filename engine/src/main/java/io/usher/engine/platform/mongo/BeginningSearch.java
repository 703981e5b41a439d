package io.usher.engine.platform.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What begins with a typed text in either case, found by leaps through the index that has {@code field} right behind the fields
 * of {@code within}. Its work is bounded: so many pages, and no more findings than asked for.
 */
public final class BeginningSearch {

    private static final int MOST_PAGES = 40;
    /** So many entries are read where it is not known yet whether anything begins so. */
    private static final int LOOK = 20;

    private final MongoCollection<Document> collection;
    private final Bson within;
    private final String field;
    private final int most;
    private final Beginning beginning;

    /** {@code more}: there may be others than these. */
    public record Found<T>(List<T> items, boolean more) {

        public Found {
            items = List.copyOf(items);
        }
    }

    private BeginningSearch(
            MongoCollection<Document> collection, Bson within, String field, int most, Beginning beginning) {
        this.collection = collection;
        this.within = within;
        this.field = field;
        this.most = most;
        this.beginning = beginning;
    }

    /** The different values, in their order. */
    public static Mono<Found<String>> values(
            MongoCollection<Document> collection, Bson within, String field, String typed, int most) {
        var search = new BeginningSearch(collection, within, field, most, Beginning.of("", typed));
        return search.run(Projections.fields(Projections.include(field), Projections.excludeId()), true)
                .map(found -> search.result(found, document -> document.getString(field)));
    }

    /**
     * The documents, with {@code shown} of each besides its id.
     *
     * @param fixed what stands in the field before what is typed, in its own case
     */
    public static Mono<Found<Document>> documents(
            MongoCollection<Document> collection,
            Bson within,
            String field,
            String fixed,
            String typed,
            String shown,
            int most) {
        var search = new BeginningSearch(collection, within, field, most, Beginning.of(fixed, typed));
        return search.run(Projections.include(field, shown), field.equals("_id"))
                .map(found -> search.result(found, document -> document));
    }

    /** Whether two texts are the same in either case, as this search sees it. */
    public static boolean same(String typed, String text) {
        return Beginning.of("", typed).isWhole(text);
    }

    private <T> Found<T> result(Progress found, Function<Document, T> item) {
        return new Found<>(
                found.items.stream().limit(most).<T>map(item).toList(),
                found.items.size() > most || found.from != null);
    }

    private Mono<Progress> run(Bson projection, boolean leaps) {
        var progress = new Progress(leaps);
        return Flux.range(0, MOST_PAGES)
                .concatMap(page -> read(progress, projection), 1)
                .takeWhile(on -> on)
                .then(Mono.just(progress));
    }

    private Mono<Boolean> read(Progress progress, Bson projection) {
        var from = progress.from;
        if (from == null) {
            return Mono.just(false);
        }
        var start = progress.behind ? Filters.gt(field, from) : Filters.gte(field, from);
        int limit = progress.behind || progress.items.size() > 0 ? most + 1 : LOOK;
        return Flux.from(collection
                        .find(Filters.and(within, start))
                        .projection(projection)
                        .sort(Sorts.ascending(field))
                        .limit(limit))
                .collectList()
                .map(page -> progress.took(page, limit));
    }

    /** How far a search came; {@code from} is null at the end, {@code behind} leaves that value itself out. */
    private final class Progress {

        private final List<Document> items = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final boolean leaps;
        private @Nullable String from = beginning.next("").orElse(null);
        private boolean behind;

        Progress(boolean leaps) {
            this.leaps = leaps;
        }

        /** Whether to go on. */
        boolean took(List<Document> page, int limit) {
            for (Document document : page) {
                if (beginning.matches(document.getString(field)) && seen.add(identity(document))) {
                    items.add(document);
                }
            }
            from = page.size() < limit ? null : after(page.getLast().getString(field));
            return from != null && items.size() <= most;
        }

        private String identity(Document document) {
            return leaps ? document.getString(field) : document.getString("_id");
        }

        private @Nullable String after(String last) {
            behind = leaps && beginning.matches(last);
            return beginning.next(last).orElse(null);
        }
    }
}
