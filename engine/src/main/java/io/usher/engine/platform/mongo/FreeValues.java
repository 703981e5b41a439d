package io.usher.engine.platform.mongo;

import io.usher.engine.shared.Params;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/**
 * Stores values of any name and shape so that they come back as they were. A map is a list of {@code {n: name, v: value}}, so
 * names with a dot or a leading {@code $} are ordinary; a map inside a value is {@code {m: [..]}}; a decimal with more digits
 * than MongoDB's is {@code {d: "text"}}.
 */
public final class FreeValues {

    private static final String NAME = "n";
    private static final String VALUE = "v";
    private static final String MAP = "m";
    private static final String DECIMAL = "d";

    private FreeValues() {}

    public static List<Document> encode(Params params) {
        return entries(params.values());
    }

    /** What {@link #encode} made; nothing for null. */
    public static Params decode(@Nullable List<?> stored) {
        return stored == null ? Params.EMPTY : new Params(members(stored));
    }

    private static List<Document> entries(Map<?, ?> map) {
        var entries = new ArrayList<Document>(map.size());
        map.forEach((name, value) ->
                entries.add(new Document(NAME, String.valueOf(name)).append(VALUE, encodeValue(value))));
        return entries;
    }

    private static @Nullable Object encodeValue(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Boolean truth -> truth;
            case BigDecimal decimal -> encodeDecimal(decimal);
            case BigInteger whole -> encodeDecimal(new BigDecimal(whole));
            case Double real -> encodeDecimal(BigDecimal.valueOf(real));
            case Float real -> encodeDecimal(new BigDecimal(real.toString()));
            case Number whole -> whole.longValue();
            case Map<?, ?> map -> new Document(MAP, entries(map));
            case List<?> list -> encodeList(list);
            default -> throw new IllegalArgumentException("Cannot be stored as a value: " + value.getClass());
        };
    }

    private static List<@Nullable Object> encodeList(List<?> list) {
        var encoded = new ArrayList<@Nullable Object>(list.size());
        for (var each : list) {
            encoded.add(encodeValue(each));
        }
        return encoded;
    }

    private static Object encodeDecimal(BigDecimal value) {
        try {
            var stored = new Decimal128(value);
            if (stored.bigDecimalValue().equals(value)) {
                return stored;
            }
        } catch (NumberFormatException | ArithmeticException e) {
            // more digits than MongoDB keeps; the text keeps them all
        }
        return new Document(DECIMAL, value.toString());
    }

    private static Map<String, @Nullable Object> members(List<?> entries) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        for (var each : entries) {
            if (each instanceof Document entry) {
                members.put(entry.getString(NAME), decodeValue(entry.get(VALUE)));
            }
        }
        return members;
    }

    private static @Nullable Object decodeValue(@Nullable Object stored) {
        return switch (stored) {
            case null -> null;
            case Decimal128 decimal -> decimal.bigDecimalValue();
            case Integer whole -> whole.longValue();
            case Document map when map.containsKey(MAP) -> members(map.getList(MAP, Object.class));
            case Document decimal -> new BigDecimal(decimal.getString(DECIMAL));
            case List<?> list -> decodeList(list);
            default -> stored;
        };
    }

    private static List<@Nullable Object> decodeList(List<?> list) {
        var decoded = new ArrayList<@Nullable Object>(list.size());
        for (var each : list) {
            decoded.add(decodeValue(each));
        }
        return decoded;
    }
}
