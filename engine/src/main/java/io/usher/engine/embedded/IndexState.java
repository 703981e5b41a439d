package io.usher.engine.embedded;

import org.h2.mvstore.MVMap;

/** What is remembered of an index beside its entries: that it is built, and which of its places hold arrays. */
final class IndexState {
    private final MVMap<String, Long> states;
    private volatile String name;
    private volatile boolean built;
    private volatile long arrays;

    IndexState(MVMap<String, Long> states, String name) {
        this.states = states;
        this.name = name;
        Long stored = states.get(name);
        built = stored != null;
        arrays = stored == null ? 0 : stored;
    }

    void renamed(String name) {
        this.name = name;
    }

    boolean isBuilt() {
        return built;
    }

    void built() {
        if (!built) {
            built = true;
            states.put(name, arrays);
        }
    }

    boolean isMultikey(int place) {
        return (arrays & 1L << place) != 0;
    }

    /** Called under the collection's write lock; while the index is being built the end of that writes it down. */
    void multikey(int place) {
        long now = arrays | 1L << place;
        if (now != arrays) {
            arrays = now;
            if (built) {
                states.put(name, now);
            }
        }
    }
}
