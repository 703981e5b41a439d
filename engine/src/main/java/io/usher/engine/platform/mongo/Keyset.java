package io.usher.engine.platform.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.FindPublisher;
import io.usher.engine.platform.web.Cursors;
import io.usher.engine.platform.web.Cursors.Position;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Problems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The order of a list by one or two of its fields, the last of which tells any two rows apart, and how it is read page by page: a
 * page begins behind the last row of the page before it, whatever came or went meanwhile. An index has these fields in this order.
 */
public final class Keyset<T> {

    private final boolean falling;
    private final @Nullable String name;
    private final List<Part<T>> parts;

    private record Part<T>(String field, Function<T, Object> of, Reader reader) {}

    private interface Reader {
        Object read(Position position, int index);
    }

    private Keyset(boolean falling, @Nullable String name, List<Part<T>> parts) {
        this.falling = falling;
        this.name = name;
        this.parts = List.copyOf(parts);
    }

    public static <T> Keyset<T> rising() {
        return new Keyset<>(false, null, List.of());
    }

    public static <T> Keyset<T> falling() {
        return new Keyset<>(true, null, List.of());
    }

    /** Of a list that can be had in several orders: a cursor of another one is refused. */
    public Keyset<T> named(String name) {
        return new Keyset<>(falling, name, parts);
    }

    public Keyset<T> time(String field, Function<T, Instant> of) {
        return with(field, of::apply, (position, index) -> Date.from(position.instant(index)));
    }

    public Keyset<T> text(String field, Function<T, String> of) {
        return with(field, of::apply, Position::text);
    }

    public Keyset<T> number(String field, Function<T, Long> of) {
        return with(field, of::apply, Position::number);
    }

    private Keyset<T> with(String field, Function<T, Object> of, Reader reader) {
        if (parts.size() == 2) {
            throw new IllegalStateException("A list is ordered by two fields at most");
        }
        return new Keyset<>(
                falling,
                name,
                Stream.concat(parts.stream(), Stream.of(new Part<>(field, of, reader)))
                        .toList());
    }

    /**
     * One page.
     *
     * @param find of the collection, with the projection that the rows need
     * @param filters without those of the page
     */
    public Mono<Page<T>> read(
            Function<Bson, FindPublisher<Document>> find,
            Collection<Bson> filters,
            PageRequest page,
            Function<Document, T> row) {
        return Mono.defer(() -> Flux.from(find.apply(Filters.and(all(filters, page.cursor())))
                        .sort(sort())
                        .limit(page.limit() + 1))
                .map(row)
                .collectList()
                .map(found -> Page.cut(found, page.limit(), this::cursor)));
    }

    private List<Bson> all(Collection<Bson> filters, @Nullable String cursor) {
        var all = new ArrayList<>(filters);
        if (cursor != null) {
            all.addAll(behind(cursor));
        }
        return all;
    }

    private Bson sort() {
        var fields = parts.stream().map(Part::field).toList();
        return falling ? Sorts.descending(fields) : Sorts.ascending(fields);
    }

    String cursor(T last) {
        var values = parts.stream().map(part -> part.of().apply(last));
        return Cursors.encode(Stream.concat(Stream.ofNullable(name), values).toArray());
    }

    List<Bson> behind(String cursor) {
        int before = name == null ? 0 : 1;
        var position = Cursors.decode(cursor, parts.size() + before);
        if (name != null && !position.text(0).equals(name)) {
            throw Problems.invalid("cursor", "cursor", "cursor belongs to another order of this list");
        }
        var first = parts.getFirst().field();
        var at = parts.getFirst().reader().read(position, before);
        if (parts.size() == 1) {
            return List.of(beyond(first, at));
        }
        var second = parts.getLast().field();
        var id = parts.getLast().reader().read(position, before + 1);
        // the bound by itself gives the index its range, the rest cuts within the same first value
        var bound = falling ? Filters.lte(first, at) : Filters.gte(first, at);
        return List.of(bound, Filters.or(beyond(first, at), beyond(second, id)));
    }

    private Bson beyond(String field, Object value) {
        return falling ? Filters.lt(field, value) : Filters.gt(field, value);
    }
}
