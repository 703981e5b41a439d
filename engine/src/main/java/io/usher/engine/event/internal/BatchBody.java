package io.usher.engine.event.internal;

import io.usher.engine.platform.json.JsonValues;
import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.Problems;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits the body of a batch into items; one that cannot be read is that item's problem, an unreadable array refuses all. */
public final class BatchBody {

    public static final int MAX_ITEMS = 1_000;
    public static final int MAX_ITEM_BYTES = 64 * 1024;

    /** One item as it was read, or the problem with it. */
    public record Item(
            JsonValues.@Nullable Read json, @Nullable ProblemException problem) {}

    private BatchBody() {}

    /** The lines of NDJSON, split before any is read; empty lines are left out. */
    public static List<Item> lines(byte[] body) {
        var items = new ArrayList<Item>();
        int start = 0;
        for (int i = 0; i <= body.length; i++) {
            if (i == body.length || body[i] == '\n') {
                var line = new String(body, start, i - start, StandardCharsets.UTF_8).strip();
                if (!line.isEmpty()) {
                    items.add(item(line.getBytes(StandardCharsets.UTF_8), i - start));
                    checkCount(items.size());
                }
                start = i + 1;
            }
        }
        return counted(items);
    }

    /** The elements of a JSON array. */
    public static List<Item> array(byte[] body) {
        var items = new ArrayList<Item>();
        for (JsonValues.Element element : JsonValues.array(body)) {
            items.add(element.bytes() > MAX_ITEM_BYTES ? tooLarge() : item(element));
            checkCount(items.size());
        }
        return counted(items);
    }

    private static Item item(JsonValues.Element element) {
        return element.problem() == null ? new Item(element.json(), null) : new Item(null, element.problem());
    }

    private static Item item(byte[] json, int bytes) {
        if (bytes > MAX_ITEM_BYTES) {
            return tooLarge();
        }
        try {
            return new Item(JsonValues.read(json), null);
        } catch (ProblemException e) {
            return new Item(null, e);
        }
    }

    private static Item tooLarge() {
        return new Item(
                null, Problems.problem("too-large", "Too large", 413, "An event is larger than 64 kB", List.of()));
    }

    private static List<Item> counted(List<Item> items) {
        if (items.isEmpty()) {
            throw Problems.invalid("", "size", "The batch holds no events");
        }
        return items;
    }

    private static void checkCount(int count) {
        if (count > MAX_ITEMS) {
            throw Problems.invalid("", "size", "A batch holds at most " + MAX_ITEMS + " events");
        }
    }
}
