package io.usher.engine.embedded;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** A key is a list of values, each position with its own direction; a shorter key stands before its extensions. */
final class KeyType extends BasicDataType<Object[]> {
    /** Stands after every value, whatever the direction; only ever part of a key that is searched for. */
    static final Object TOP = new Object();

    private static final byte NULL = 0;
    private static final byte STRING = 1;
    private static final byte DOUBLE = 2;
    private static final byte BSON = 3;
    private static final byte INSTANT = 4;

    private final boolean[] descending;

    KeyType(boolean... descending) {
        this.descending = descending;
    }

    @Override
    public int compare(Object[] a, Object[] b) {
        int common = Math.min(a.length, b.length);
        int order = compareFirst(a, b, common);
        return order != 0 ? order : Integer.compare(a.length, b.length);
    }

    /** Compares a key with the first values of an index key. */
    int compareStart(Object[] key, Object[] start) {
        return key.length < start.length ? compare(key, start) : compareFirst(key, start, start.length);
    }

    private int compareFirst(Object[] a, Object[] b, int count) {
        for (int i = 0; i < count; i++) {
            if (a[i] == TOP || b[i] == TOP) {
                if (a[i] == b[i]) {
                    continue;
                }
                return a[i] == TOP ? 1 : -1;
            }
            int order = KeyOrder.compare(a[i], b[i]);
            if (order != 0) {
                return i < descending.length && descending[i] ? -order : order;
            }
        }
        return 0;
    }

    static Object[] plus(Object[] key, @Nullable Object value) {
        Object[] longer = Arrays.copyOf(key, key.length + 1);
        longer[key.length] = value;
        return longer;
    }

    @Override
    public int getMemory(Object[] key) {
        int memory = 32;
        for (Object value : key) {
            memory += value instanceof String s ? 48 + 2 * s.length() : 32;
        }
        return memory;
    }

    @Override
    public void write(WriteBuffer out, Object[] key) {
        out.putVarInt(key.length);
        for (Object value : key) {
            writeValue(out, value);
        }
    }

    private static void writeValue(WriteBuffer out, @Nullable Object value) {
        switch (value) {
            case null -> out.put(NULL);
            case String s -> out.put(STRING).putVarInt(s.length()).putStringData(s, s.length());
            case Double d -> out.put(DOUBLE).putDouble(d);
            case Instant i -> out.put(INSTANT).putLong(i.toEpochMilli());
            default -> {
                byte[] bytes = Bson.encodeValue(value);
                out.put(BSON).putVarInt(bytes.length).put(bytes);
            }
        }
    }

    @Override
    public Object[] read(ByteBuffer in) {
        Object[] key = new Object[DataUtils.readVarInt(in)];
        for (int i = 0; i < key.length; i++) {
            key[i] = readValue(in);
        }
        return key;
    }

    private static @Nullable Object readValue(ByteBuffer in) {
        byte tag = in.get();
        return switch (tag) {
            case NULL -> null;
            case STRING -> DataUtils.readString(in, DataUtils.readVarInt(in));
            case DOUBLE -> in.getDouble();
            case INSTANT -> Instant.ofEpochMilli(in.getLong());
            case BSON -> {
                byte[] bytes = new byte[DataUtils.readVarInt(in)];
                in.get(bytes);
                yield Bson.decodeValue(bytes);
            }
            default -> throw new IllegalStateException("unknown kind of key value: " + tag);
        };
    }

    @Override
    public Object[][] createStorage(int size) {
        return new Object[size][];
    }
}
