package io.usher.engine.platform.mongo;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/** One index: keys in order ({@code 1} or {@code -1}), unique, sparse. Its name says all of that, so no two differ under one. */
public record IndexSpec(Document keys, boolean unique, boolean sparse) {

    /** What the name of each index of Usher's begins with; any other index is somebody else's and stays. */
    static final String OURS = "usher_";

    private static final Set<String> KNOWN = Set.of("v", "key", "name", "ns", "unique", "sparse", "background");

    /** Starts an index, for example {@code on("due.lane", "due.position")}; a leading minus sorts downwards. */
    public static IndexSpec on(String... fields) {
        var keys = new Document();
        for (String field : fields) {
            keys.append(field.startsWith("-") ? field.substring(1) : field, field.startsWith("-") ? -1 : 1);
        }
        return new IndexSpec(keys, false, false);
    }

    public IndexSpec asUnique() {
        return new IndexSpec(keys, true, sparse);
    }

    public IndexSpec asSparse() {
        return new IndexSpec(keys, unique, true);
    }

    public String name() {
        var fields = keys.entrySet().stream()
                .map(key -> (key.getValue().equals(-1) ? "-" : "") + key.getKey())
                .collect(Collectors.joining("_", OURS, ""));
        return fields + (unique ? "_unique" : "") + (sparse ? "_sparse" : "");
    }

    /** The name that drivers give to an index with these keys. */
    String nameOfDrivers() {
        return keys.entrySet().stream()
                .map(key -> key.getKey() + "_" + key.getValue())
                .collect(Collectors.joining("_"));
    }

    IndexModel model(String name) {
        return new IndexModel(keys, new IndexOptions().name(name).unique(unique).sparse(sparse));
    }

    /** Whether an index as the server lists it is this one, whatever its name. */
    boolean is(Document listed) {
        return KNOWN.containsAll(listed.keySet())
                && sameKeys(listed.get("key", new Document()))
                && listed.getBoolean("unique", false) == unique
                && listed.getBoolean("sparse", false) == sparse;
    }

    private boolean sameKeys(Document listed) {
        return inWords(listed).equals(inWords(keys));
    }

    /** Servers list a direction as whatever number it was given as. */
    private static List<String> inWords(Document keys) {
        return keys.entrySet().stream()
                .map(key ->
                        key.getKey() + " " + (key.getValue() instanceof Number n ? n.doubleValue() : key.getValue()))
                .toList();
    }
}
