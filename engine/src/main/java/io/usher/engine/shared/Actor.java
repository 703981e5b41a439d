package io.usher.engine.shared;

import org.jspecify.annotations.Nullable;

/**
 * Who changes something: a person, an API key, or the system itself. The id is kept with the change, the name is looked up when
 * it is shown.
 *
 * @param id of the user or key; of the part that acts when it is the system
 */
public record Actor(Kind kind, String id) {

    /** The engine by itself, for example at its first start. */
    public static Actor system(String part) {
        return new Actor(Kind.SYSTEM, part);
    }

    /** What an actor is. */
    public enum Kind {
        PERSON("person"),
        KEY("key"),
        SYSTEM("system");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }

        /** The kind of this key; null when there is none. */
        public static @Nullable Kind of(@Nullable String key) {
            for (var kind : values()) {
                if (kind.key.equals(key)) {
                    return kind;
                }
            }
            return null;
        }
    }
}
