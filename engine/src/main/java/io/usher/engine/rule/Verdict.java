package io.usher.engine.rule;

/** Whether a rule held, and why: {@code "event.total is 130, which is greater than 120"}. */
public record Verdict(boolean holds, String text) {}
