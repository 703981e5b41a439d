package io.usher.engine.shared;

/** What became of a change that was made on a state that somebody looked at. */
public sealed interface Edited<T> {

    /** It was made, or there was nothing to change. */
    record Saved<T>(T now) implements Edited<T> {}

    /** Something else is there than what was looked at; nothing was changed. */
    record Stale<T>(T now) implements Edited<T> {}
}
