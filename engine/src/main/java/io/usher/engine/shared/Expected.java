package io.usher.engine.shared;

import java.util.Set;

/** What a change was made on, by its tag: whatever is there, or only one of these. */
public sealed interface Expected {

    /** Whether it was made on what has this tag. */
    boolean admits(String tag);

    /** Whatever is there. */
    record Anything() implements Expected {

        @Override
        public boolean admits(String tag) {
            return true;
        }
    }

    /** One of these. */
    record OneOf(Set<String> tags) implements Expected {

        @Override
        public boolean admits(String tag) {
            return tags.contains(tag);
        }
    }
}
