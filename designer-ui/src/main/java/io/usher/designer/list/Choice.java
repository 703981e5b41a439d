package io.usher.designer.list;

/** Something to choose in a filter: what the engine calls it, and what people do. */
public record Choice(String value, String label) {}
