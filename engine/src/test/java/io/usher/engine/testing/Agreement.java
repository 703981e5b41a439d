package io.usher.engine.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether a search of a store gives what a plain look at everything gives: random filters, each answered both ways. On a failure
 * the filter is made as small as it can be and still fail, and stands in the message with the seed ({@code -Dusher.seed=}
 * repeats it) and with what was missing, too much, or out of order.
 *
 * @param <F> a filter
 */
public final class Agreement<F> {

    private static final int SEARCHES = Integer.getInteger("usher.searches", 150);

    private final Function<Random, F> filters;
    private final Function<F, List<F>> simpler;
    private final Function<F, List<?>> searched;
    private final Function<F, List<?>> looked;

    /**
     * @param filters a random one
     * @param simpler the same with one condition less, in each way there is; none for the simplest
     * @param searched what the store gives, in its order
     * @param looked what it should give, in the same order
     */
    public Agreement(
            Function<Random, F> filters,
            Function<F, List<F>> simpler,
            Function<F, List<?>> searched,
            Function<F, List<?>> looked) {
        this.filters = filters;
        this.simpler = simpler;
        this.searched = searched;
        this.looked = looked;
    }

    /** The seed of this run: always the same unless {@code -Dusher.seed=} names another. */
    public static long seed() {
        return Long.getLong("usher.seed", 20_261_201L);
    }

    /** Fails at the first filter that is answered in two ways, and when the filters gave hardly any different answers. */
    public void check() {
        var random = new Random(seed());
        var telling = new HashSet<List<?>>();
        for (int search = 0; search < SEARCHES; search++) {
            var filter = filters.apply(random);
            var expected = looked.apply(filter);
            if (!searched.apply(filter).equals(expected)) {
                throw disagreement(smallest(filter), search);
            }
            telling.add(expected);
        }
        if (telling.size() < SEARCHES / 10) {
            throw new AssertionError(SEARCHES + " filters gave only " + telling.size() + " different answers");
        }
    }

    private F smallest(F filter) {
        return simpler.apply(filter).stream()
                .filter(this::disagrees)
                .findFirst()
                .map(this::smallest)
                .orElse(filter);
    }

    private boolean disagrees(F filter) {
        return !searched.apply(filter).equals(looked.apply(filter));
    }

    private AssertionError disagreement(F filter, int search) {
        var found = searched.apply(filter);
        var expected = looked.apply(filter);
        return new AssertionError("Search " + search + " of seed " + seed() + ", made small: " + filter
                + "\n  missing:  " + without(expected, found) + "\n  too much: " + without(found, expected)
                + order(found, expected));
    }

    private static List<?> without(List<?> all, List<?> these) {
        var left = new ArrayList<Object>(all);
        these.forEach(left::remove);
        return left;
    }

    private static String order(List<?> found, List<?> expected) {
        return found.size() == expected.size() && without(found, expected).isEmpty()
                ? "\n  the same in another order:\n    found    " + found + "\n    expected " + expected
                : "";
    }

    /** The simpler filters that are others than this one; a way of making it simpler that changes nothing is none. */
    @SafeVarargs
    public static <F> List<F> others(F filter, F... made) {
        return Stream.of(made).filter(Predicate.not(filter::equals)).toList();
    }

    /** One of these. */
    @SafeVarargs
    public static <T> T one(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }

    /** Some of these, perhaps none, in their order. */
    public static <T> List<T> some(Random random, List<T> of) {
        return of.stream().filter(each -> random.nextInt(3) == 0).toList();
    }
}
