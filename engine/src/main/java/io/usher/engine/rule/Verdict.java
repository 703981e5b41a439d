package io.usher.engine.rule;

import io.usher.engine.shared.Reason;

/** Whether a rule held, and why: in words {@code "event.total is 130, which is greater than 120"}. */
public record Verdict(boolean holds, Reason reason) {}
