package io.usher.engine.platform.schema;

/**
 * Where the data of a database stands.
 *
 * @param version what was brought to its end
 * @param after the last id that the migration after it has behind itself; empty when it has not begun
 * @param seen how many documents that were
 */
record Schema(int version, String after, long seen) {

    static final Schema UNKNOWN = new Schema(0, "", 0);

    Schema behind(String id, int more) {
        return new Schema(version, id, seen + more);
    }

    Schema next() {
        return new Schema(version + 1, "", 0);
    }
}
