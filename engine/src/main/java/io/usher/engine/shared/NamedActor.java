package io.usher.engine.shared;

/** An actor and what it is called now, for texts that say who did something. */
public record NamedActor(Actor actor, String name) {}
