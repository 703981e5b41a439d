package io.usher.engine.rule;

/** Whether a rule held, and why: {@code "event.total was 130, greater than 120"}. */
public record Verdict(boolean holds, String text) {}
