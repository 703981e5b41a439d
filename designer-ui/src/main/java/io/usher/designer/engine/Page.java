package io.usher.designer.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list as the engine answers it.
 *
 * @param next cursor of the rows after these; null: there are none
 * @param tooMany more contacts or keys begin with what was asked for than the engine looks at
 * @param since for the next look at what is new, where a list can be asked for that
 */
public record Page<R>(
        List<R> items,
        @Nullable String next,
        @Nullable Boolean tooMany,
        @Nullable String since) {

    /** The most rows that the engine puts on one page. */
    public static final int MOST = 200;

    private static final int MOST_PAGES = 10;

    public Page {
        items = List.copyOf(Objects.requireNonNullElse(items, List.of()));
    }

    /** Where the rows after these begin. */
    public Optional<String> cursor() {
        return Optional.ofNullable(next);
    }

    public boolean isTooMany() {
        return Boolean.TRUE.equals(tooMany);
    }

    /**
     * Every row of a list, page by page, as far as somebody can still choose among them (ten pages of 200).
     *
     * @param read asks for one of the pages
     */
    public static <R> List<R> all(Function<Query, Page<R>> read) {
        var most = Query.none().with("limit", String.valueOf(MOST));
        var rows = new ArrayList<R>();
        var cursor = Optional.<String>empty();
        for (int page = 0; page == 0 || (page < MOST_PAGES && cursor.isPresent()); page++) {
            var answer = read.apply(most.with("cursor", cursor));
            rows.addAll(answer.items());
            cursor = answer.cursor();
        }
        return rows;
    }
}
