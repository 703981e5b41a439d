package io.usher.designer.engine;

/**
 * Do it only while the thing has this tag; else the call ends with {@link EngineException.Stale}.
 *
 * @param etag without quotes; {@code *} for whatever is there
 */
public record IfMatch(String etag) {}
