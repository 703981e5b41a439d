package io.usher.engine.account.internal;

import io.usher.engine.account.Caller;

/** A caller whose credential was right; with {@code mustChangePassword} it may only change it, sign out, and ask who it is. */
public record Identity(Caller caller, boolean mustChangePassword) {}
