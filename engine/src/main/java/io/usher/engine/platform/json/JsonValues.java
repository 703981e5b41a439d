package io.usher.engine.platform.json;

import io.usher.engine.shared.Problem.FieldError;
import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON into text, whole numbers (Long), decimals (BigDecimal), booleans, null, lists and maps that keep their order.
 * Of a name that is repeated in one object the last value wins, and its path is reported.
 */
public final class JsonValues {

    /**
     * What was read, and the paths of names that came more than once.
     *
     * @param repeated the first {@value #MAX_REPEATED} of them, each at most {@value JsonPlace#MAX_TEXT} characters
     * @param repeatedMore how many more there were
     */
    public record Read(@Nullable Object value, List<String> repeated, int repeatedMore) {

        public Read {
            repeated = List.copyOf(repeated);
        }

        /** What the sender should know of the names that came more than once. */
        public List<String> warnings() {
            var said = repeated.stream().map(path -> path + " came more than once; the last value was taken");
            var more = repeatedMore == 0
                    ? Stream.<String>empty()
                    : Stream.of(repeatedMore + " more names came more than once");
            return Stream.concat(said, more).toList();
        }
    }

    /** One element of an array, how many bytes it takes there, and why it cannot be kept (null: it can). */
    public record Element(Read json, long bytes, @Nullable ProblemException problem) {}

    /** How deep objects and lists may be nested in one value. */
    public static final int MAX_DEPTH = 20;

    private static final int MAX_REPEATED = 20;
    private static final int MAX_EXPONENT = 6_000;
    private static final int MAX_DIGITS = 400;
    private static final int MAX_NUMBER_READ = 70_000;
    /** What is nested deeper than may be kept is read over, so that an array's other elements are found; not beyond this. */
    private static final int MAX_DEPTH_READ = 1_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH_READ)
                    .maxNumberLength(MAX_NUMBER_READ)
                    .build())
            .build();

    private final JsonParser parser;
    private final List<String> repeated = new ArrayList<>();
    private int repeatedMore;
    /** The first number or text that cannot be kept; reading goes on, so that an array's other elements are found. */
    private @Nullable ProblemException defect;

    private JsonValues(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * The one JSON value of these bytes.
     *
     * @throws ProblemException 400 when they are not JSON, nested too deep, or hold a number or text that cannot be kept
     */
    public static Read read(byte[] json) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            return new JsonValues(parser).document();
        } catch (JacksonException e) {
            throw unreadable(JsonFailures.inWords(e));
        }
    }

    /** The elements of a JSON array, each with the names repeated in it. */
    public static List<Element> array(byte[] json) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw unreadable("A JSON array was expected");
            }
            var elements = elements(parser);
            if (parser.nextToken() != null) {
                throw unreadable("There is more after the end of the JSON array");
            }
            return elements;
        } catch (JacksonException e) {
            throw unreadable(JsonFailures.inWords(e));
        }
    }

    /**
     * The elements of the array that stands under this name in a JSON object, as in {@link #array(byte[])}; null when none
     * stands there.
     *
     * @throws ProblemException 400 also when the name is repeated: of two arrays one would be lost
     */
    public static @Nullable List<Element> array(byte[] json, String name) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            return new JsonValues(parser).arrayUnder(name);
        } catch (JacksonException e) {
            throw unreadable(JsonFailures.inWords(e));
        }
    }

    /** The parser is at the beginning of an array, and then at its end. */
    private static List<Element> elements(JsonParser parser) {
        var elements = new ArrayList<Element>();
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            long start = parser.currentTokenLocation().getByteOffset();
            var values = new JsonValues(parser);
            var value = values.value(token, JsonPlace.ROOT);
            long end = parser.currentLocation().getByteOffset();
            elements.add(new Element(values.read(value), end - start, values.defect));
        }
        return elements;
    }

    /** As {@link #read}, and the value must be an object. */
    public static Map<String, @Nullable Object> object(byte[] json) {
        return object(read(json).value());
    }

    /** The value as an object. */
    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> object(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw unreadable("A JSON object was expected");
    }

    /** 400: the body is not the JSON that was expected. */
    public static ProblemException unreadable(String detail) {
        return Problems.problem(
                "unreadable", "The request cannot be read", 400, detail, List.of(new FieldError("", "json", detail)));
    }

    private Read document() {
        var value = value(first(), JsonPlace.ROOT);
        end();
        return read(value);
    }

    private @Nullable List<Element> arrayUnder(String name) {
        if (first() != JsonToken.START_OBJECT) {
            throw unreadable("A JSON object was expected");
        }
        List<Element> found = null;
        boolean seen = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var member = text(parser.currentName(), JsonPlace.ROOT);
            var token = parser.nextToken();
            if (seen && member.equals(name)) {
                note(Problems.invalid(name, "repeated", name + " came more than once"));
            }
            if (member.equals(name) && token == JsonToken.START_ARRAY) {
                found = elements(parser);
            } else {
                value(token, JsonPlace.ROOT.member(member));
            }
            seen |= member.equals(name);
        }
        end();
        return found;
    }

    private JsonToken first() {
        var first = parser.nextToken();
        if (first == null) {
            throw unreadable("The body is empty");
        }
        return first;
    }

    private void end() {
        if (parser.nextToken() != null) {
            throw unreadable("There is more after the end of the JSON value");
        }
        if (defect != null) {
            throw defect;
        }
    }

    private Read read(@Nullable Object value) {
        return new Read(value, repeated, repeatedMore);
    }

    private @Nullable Object value(@Nullable JsonToken token, JsonPlace path) {
        return switch (token) {
            case START_OBJECT -> path.depth() < MAX_DEPTH ? members(path) : tooDeep(path);
            case START_ARRAY -> path.depth() < MAX_DEPTH ? elements(path) : tooDeep(path);
            case VALUE_STRING -> text(parser.getString(), path);
            case VALUE_NUMBER_INT -> whole(parser.getString(), path);
            case VALUE_NUMBER_FLOAT -> decimal(parser.getString(), path);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case null, default -> throw unreadable("Unexpected end");
        };
    }

    private @Nullable Object tooDeep(JsonPlace path) {
        note(Problems.invalid(path.toString(), "depth", "The JSON is nested deeper than " + MAX_DEPTH + " levels"));
        parser.skipChildren();
        return null;
    }

    private Map<String, @Nullable Object> members(JsonPlace path) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = text(parser.currentName(), path);
            var inside = path.member(name);
            if (members.containsKey(name)) {
                again(inside);
                members.remove(name);
            }
            members.put(name, value(parser.nextToken(), inside));
        }
        return members;
    }

    private void again(JsonPlace path) {
        if (repeated.size() < MAX_REPEATED) {
            repeated.add(path.toString());
        } else {
            repeatedMore++;
        }
    }

    private List<@Nullable Object> elements(JsonPlace path) {
        var elements = new ArrayList<@Nullable Object>();
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(value(token, path.element(elements.size())));
        }
        return elements;
    }

    private Object whole(String digits, JsonPlace path) {
        if (digits.length() > 20) {
            return decimal(digits, path);
        }
        var value = new BigDecimal(digits);
        var small = value.longValue();
        return BigDecimal.valueOf(small).equals(value) ? small : value;
    }

    private BigDecimal decimal(String digits, JsonPlace path) {
        if (digits.length() > MAX_DIGITS) {
            return unkept(path, "A number has more than " + MAX_DIGITS + " digits");
        }
        try {
            var value = new BigDecimal(digits);
            return Math.abs((long) value.scale()) <= MAX_EXPONENT
                    ? value
                    : unkept(path, "A number has an exponent beyond " + MAX_EXPONENT);
        } catch (NumberFormatException e) {
            return unkept(path, "A number has an exponent beyond " + MAX_EXPONENT);
        }
    }

    private BigDecimal unkept(JsonPlace path, String why) {
        note(Problems.invalid(path.toString(), "number", why));
        return BigDecimal.ZERO;
    }

    /** Half of a surrogate pair cannot be stored as UTF-8. */
    private String text(String text, JsonPlace path) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    note(Problems.invalid(
                            path.toString(), "text", "The text holds half of a surrogate pair, which is no character"));
                    return "";
                }
                i++;
            }
        }
        return text;
    }

    private void note(ProblemException problem) {
        if (defect == null) {
            defect = problem;
        }
    }
}
