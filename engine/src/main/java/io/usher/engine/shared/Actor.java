package io.usher.engine.shared;

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
    public enum Kind implements Keyed {
        PERSON("person"),
        KEY("key"),
        SYSTEM("system");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }
}
