package io.usher.engine.embedded;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import io.usher.engine.testing.Agreement;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * MongoDB's rules for comparing and ordering values ({@link Values}, as its manual has them) against the store: null and what is
 * missing, arrays, numbers of every type, values of different types, with each kind of index and without one. An index may make a
 * search quicker and may not change its answer.
 */
class StoreSemanticsTest {

    @RegisterExtension
    static final RunningStore STORE = new RunningStore();

    private static final int DOCUMENTS = 150;
    private static final Object MISSING = new Object();

    private List<Document> all;

    enum Index {
        NONE,
        ASCENDING,
        DESCENDING,
        SPARSE,
        COMPOUND;

        MongoCollection<Document> on(List<Document> documents) {
            var collection = STORE.fresh();
            switch (this) {
                case NONE -> {}
                case ASCENDING -> collection.createIndex(ascending("v"));
                case DESCENDING -> collection.createIndex(descending("v"));
                case SPARSE -> collection.createIndex(ascending("v"), new IndexOptions().sparse(true));
                case COMPOUND -> collection.createIndex(ascending("w", "v"));
            }
            collection.insertMany(documents);
            return collection;
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindWhatTheRulesOfMongoDbLetThrough(Index index) {
        all = documents(false);
        var collection = index.on(all);

        new Agreement<>(StoreSemanticsTest::filter, Filter::simpler, filter -> found(collection, filter), this::looked)
                .check();
    }

    @ParameterizedTest
    @EnumSource
    void shouldOrderWhatIsFoundByTheRulesOfMongoDb(Index index) {
        all = documents(true);
        var collection = index.on(all);

        new Agreement<>(StoreSemanticsTest::order, Order::simpler, order -> sorted(collection, order), this::inOrder)
                .check();
    }

    // ---- filters

    /** Conditions on {@code v}, all of which must hold, and perhaps one on {@code w}. */
    private record Filter(List<Condition> conditions, Integer w) {

        List<Filter> simpler() {
            var made = new ArrayList<Filter>();
            for (int i = 0; i < conditions.size(); i++) {
                var fewer = new ArrayList<>(conditions);
                fewer.remove(i);
                made.add(new Filter(fewer, w));
            }
            made.addAll(Agreement.others(this, new Filter(conditions, null)));
            return made;
        }

        Document query() {
            var each = new ArrayList<Document>();
            conditions.forEach(
                    condition -> each.add(new Document("v", new Document(condition.op(), condition.with()))));
            if (w != null) {
                each.add(new Document("w", w));
            }
            return each.isEmpty() ? new Document() : new Document("$and", each);
        }

        boolean holds(Document document) {
            var value = document.getOrDefault("v", MISSING);
            return (w == null || w.equals(document.get("w")))
                    && conditions.stream().allMatch(condition -> condition.holds(value));
        }

        @Override
        public String toString() {
            return query().toJson();
        }
    }

    private record Condition(String op, Object with) {

        boolean holds(Object value) {
            return switch (op) {
                case "$eq" -> Values.matches(value, with);
                case "$ne" -> !Values.matches(value, with);
                case "$in" -> ((List<?>) with).stream().anyMatch(each -> Values.matches(value, each));
                case "$nin" -> ((List<?>) with).stream().noneMatch(each -> Values.matches(value, each));
                case "$exists" -> with.equals(value != MISSING);
                default -> Values.inRange(value, op, with);
            };
        }
    }

    private static Filter filter(Random random) {
        var conditions = IntStream.rangeClosed(0, random.nextInt(2))
                .mapToObj(i -> condition(random))
                .toList();
        return new Filter(conditions, random.nextInt(3) == 0 ? random.nextInt(3) : null);
    }

    private static Condition condition(Random random) {
        var op = Agreement.one(random, "$eq", "$eq", "$ne", "$in", "$nin", "$exists", "$gt", "$gte", "$lt", "$lte");
        return switch (op) {
            case "$exists" -> new Condition(op, random.nextBoolean());
            case "$in", "$nin" ->
                new Condition(
                        op,
                        IntStream.range(0, random.nextInt(4))
                                .mapToObj(i -> scalarOrNull(random))
                                .toList());
            case "$eq", "$ne" -> new Condition(op, scalarOrNull(random));
            default -> new Condition(op, scalar(random));
        };
    }

    private static List<Object> found(MongoCollection<Document> collection, Filter filter) {
        return collection.find(filter.query()).into(new ArrayList<>()).stream()
                .map(each -> each.get("_id"))
                .sorted(Comparator.comparing(Object::toString))
                .toList();
    }

    private List<Object> looked(Filter filter) {
        return all.stream()
                .filter(filter::holds)
                .map(each -> each.get("_id"))
                .sorted(Comparator.comparing(Object::toString))
                .toList();
    }

    // ---- orders

    private record Order(boolean rising, Integer w, int limit) {

        List<Order> simpler() {
            return Agreement.others(this, new Order(rising, null, limit), new Order(rising, w, DOCUMENTS));
        }
    }

    private static Order order(Random random) {
        return new Order(
                random.nextBoolean(), random.nextBoolean() ? null : random.nextInt(3), 1 + random.nextInt(DOCUMENTS));
    }

    private static List<Object> sorted(MongoCollection<Document> collection, Order order) {
        var filter = order.w() == null ? new Document() : new Document("w", order.w());
        int direction = order.rising() ? 1 : -1;
        return collection
                .find(filter)
                .sort(new Document("v", direction).append("_id", direction))
                .limit(order.limit())
                .into(new ArrayList<>())
                .stream()
                .map(each -> each.get("_id"))
                .toList();
    }

    private List<Object> inOrder(Order order) {
        Comparator<Document> rising = (one, other) -> Values.compare(
                Values.sortKey(one.getOrDefault("v", MISSING), order.rising()),
                Values.sortKey(other.getOrDefault("v", MISSING), order.rising()));
        rising = rising.thenComparing(document -> document.getInteger("_id"));
        return all.stream()
                .filter(document -> order.w() == null || Objects.equals(order.w(), document.get("w")))
                .sorted(order.rising() ? rising : rising.reversed())
                .limit(order.limit())
                .map(document -> document.get("_id"))
                .toList();
    }

    // ---- documents

    private static List<Document> documents(boolean toOrder) {
        var random = new Random(Agreement.seed());
        var documents = new ArrayList<Document>();
        for (int i = 0; i < DOCUMENTS; i++) {
            var document = new Document("_id", i);
            switch (random.nextInt(8)) {
                case 0 -> {}
                case 1 -> document.append("v", null);
                case 2, 3 -> document.append("v", array(random, toOrder));
                default -> document.append("v", scalar(random));
            }
            documents.add(document.append("w", random.nextInt(3)));
        }
        return documents;
    }

    private static List<Object> array(Random random, boolean toOrder) {
        return IntStream.range(0, random.nextInt(toOrder ? 3 : 4))
                .mapToObj(i -> scalarOrNull(random))
                .toList();
    }

    private static Object scalarOrNull(Random random) {
        return random.nextInt(6) == 0 ? null : scalar(random);
    }

    private static Object scalar(Random random) {
        int n = random.nextInt(4);
        return switch (random.nextInt(9)) {
            case 0 -> n;
            case 1 -> (long) n;
            case 2 -> n / 2.0;
            case 3 -> Decimal128.parse(n + ".50");
            case 4 -> Agreement.one(random, "a", "A", "ab", "", "\u00E5", "\u4E2D", "\uD83D\uDE00");
            case 5 -> random.nextBoolean();
            case 6 -> new Date(n - 1L);
            case 7 -> new ObjectId(n, n);
            default -> Agreement.one(random, Long.MAX_VALUE, Double.MAX_VALUE, -1, Integer.MIN_VALUE, 0.1);
        };
    }

    // ---- the rules

    /** MongoDB's own: equality, ranges within one type, and the order of types. */
    private static final class Values {

        static boolean matches(Object value, Object wanted) {
            if (wanted == null) {
                return value == MISSING || value == null || elements(value).contains(null);
            }
            return candidates(value).anyMatch(each -> type(each) == type(wanted) && compare(each, wanted) == 0);
        }

        static boolean inRange(Object value, String op, Object bound) {
            return candidates(value).anyMatch(each -> type(each) == type(bound) && fits(compare(each, bound), op));
        }

        private static boolean fits(int compared, String op) {
            return switch (op) {
                case "$gt" -> compared > 0;
                case "$gte" -> compared >= 0;
                case "$lt" -> compared < 0;
                case "$lte" -> compared <= 0;
                default -> throw new IllegalArgumentException(op);
            };
        }

        private static Stream<Object> candidates(Object value) {
            return value instanceof List<?> ? elements(value).stream() : Stream.of(value);
        }

        private static List<Object> elements(Object value) {
            return value instanceof List<?> list ? new ArrayList<>(list) : new ArrayList<>();
        }

        /** Of an array its least or its greatest element; an empty one stands before everything. */
        static Object sortKey(Object value, boolean rising) {
            if (!(value instanceof List<?> list)) {
                return value;
            }
            if (list.isEmpty()) {
                return EMPTY_ARRAY;
            }
            var elements = elements(list);
            elements.sort(Values::compare);
            return rising ? elements.getFirst() : elements.getLast();
        }

        private static final Object EMPTY_ARRAY = new Object();

        static int compare(Object one, Object other) {
            if (type(one) != type(other)) {
                return Integer.compare(type(one), type(other));
            }
            return switch (one) {
                case Number n -> decimal(n).compareTo(decimal((Number) other));
                case String text -> points(text, (String) other);
                case Boolean yes -> yes.compareTo((Boolean) other);
                case Date date -> date.compareTo((Date) other);
                case ObjectId id -> id.compareTo((ObjectId) other);
                case null, default -> 0;
            };
        }

        /** By code points, as the bytes of UTF-8 stand. No letter here is one of those few that the store orders otherwise (ADR 0039). */
        private static int points(String one, String other) {
            return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
        }

        private static BigDecimal decimal(Number n) {
            return switch (n) {
                case Decimal128 exact -> exact.bigDecimalValue();
                case Double binary -> new BigDecimal(binary);
                default -> BigDecimal.valueOf(n.longValue());
            };
        }

        private static int type(Object value) {
            if (value == EMPTY_ARRAY) {
                return 0;
            }
            if (value == MISSING) {
                return 1;
            }
            return switch (value) {
                case null -> 1;
                case Number n -> 2;
                case String text -> 3;
                case ObjectId id -> 4;
                case Boolean yes -> 5;
                case Date date -> 6;
                default -> throw new IllegalArgumentException(value.toString());
            };
        }
    }
}
