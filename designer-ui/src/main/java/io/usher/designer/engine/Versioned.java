package io.usher.designer.engine;

/** Something and the tag it had when it was read, for a change that must be made on exactly this; blank: none was given. */
public record Versioned<T>(T value, String etag) {}
