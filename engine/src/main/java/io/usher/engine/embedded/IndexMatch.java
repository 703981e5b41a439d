package io.usher.engine.embedded;

import io.usher.engine.embedded.Condition.Between;
import io.usher.engine.embedded.Condition.Equal;
import io.usher.engine.embedded.Condition.OneOf;
import io.usher.engine.embedded.KeyRange.Bound;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far one index answers one alternative of a query: a run of fixed fields, then perhaps a range on the next. */
final class IndexMatch {
    /** More combinations of {@code $in} values than this are left to the matcher. */
    private static final int MOST_COMBINATIONS = 10_000;

    private final StoredIndex<?> index;
    private final BitSet listed = new BitSet();
    private List<Object[]> prefixes = new ArrayList<>();
    private @Nullable Between range;
    private int fixed;
    private int worth;
    private boolean needsField;
    private boolean repeats;

    private IndexMatch(StoredIndex<?> index) {
        this.index = index;
        prefixes.add(new Object[0]);
    }

    static IndexMatch of(StoredIndex<?> index, Conditions conditions) {
        IndexMatch match = new IndexMatch(index);
        int arrays = 0;
        for (String field : index.fields()) {
            boolean array = index.isMultikey(match.fixed);
            Condition condition = conditions.on(field);
            // two conditions on one array may be met by different elements, which have different keys
            if (condition == null || array && ++arrays > 1 || !match.take(condition, array)) {
                break;
            }
        }
        for (int i = match.fixed; i < index.fields().size(); i++) {
            match.repeats |= index.isMultikey(i);
        }
        return match;
    }

    /** True when the field is fixed and the next may be looked at. */
    private boolean take(Condition condition, boolean array) {
        return switch (condition) {
            case Equal equal -> {
                prefixes.replaceAll(prefix -> KeyType.plus(prefix, equal.value()));
                worth += 10;
                needsField |= equal.needsField();
                fixed++;
                yield true;
            }
            case OneOf oneOf -> {
                if (fixed > 0 && (long) prefixes.size() * oneOf.values().size() > MOST_COMBINATIONS) {
                    yield false;
                }
                multiply(oneOf);
                listed.set(fixed);
                worth += 9;
                needsField |= oneOf.needsField();
                repeats |= array;
                fixed++;
                yield true;
            }
            case Between between -> {
                range = array && between.low() != null ? new Between(between.low(), null) : between;
                worth += between.low() == null && between.high() == null ? 1 : 5;
                needsField = true;
                yield false;
            }
        };
    }

    private void multiply(OneOf oneOf) {
        List<Object[]> longer = new ArrayList<>(prefixes.size() * oneOf.values().size());
        for (Object[] prefix : prefixes) {
            for (Object value : oneOf.values()) {
                longer.add(KeyType.plus(prefix, value));
            }
        }
        prefixes = longer;
    }

    /** A sparse index lacks the documents without its fields, so it answers only what those cannot match. */
    boolean holdsAllMatches() {
        return !index.holdsOnlyPresent() || needsField;
    }

    boolean narrows() {
        return worth > 1 || worth == 1 && index.holdsOnlyPresent();
    }

    /** One document may stand in the ranges several times. */
    boolean mayRepeat() {
        return repeats;
    }

    int worth() {
        return worth + (index.isUnique() && fixed == index.fields().size() ? 100 : 0);
    }

    /** How many fields at the front have fixed values within a range. */
    int fixed() {
        return fixed;
    }

    /** Whether the ranges have different values at this place. */
    boolean isListed(int place) {
        return listed.get(place);
    }

    List<KeyRange> ranges() {
        Bound low = range == null ? null : range.low();
        Bound high = range == null ? null : range.high();
        if (low == null && high != null) {
            low = new Bound(null, false); // null and absent values are below every other and never match
        }
        Bound from = low;
        return prefixes.stream().map(prefix -> new KeyRange(prefix, from, high)).toList();
    }
}
