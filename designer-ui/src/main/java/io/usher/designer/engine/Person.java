package io.usher.designer.engine;

import java.io.Serializable;

/** Who a session belongs to, and in which workspace. */
public record Person(String name, Workspace workspace) implements Serializable {

    /** The workspace a person works in. */
    public record Workspace(String id, String name) implements Serializable {}
}
