package io.usher.engine.account.internal;

import io.usher.engine.account.Caller;

/**
 * A caller whose credential was right.
 *
 * @param mustChangePassword it may only change the password, sign out, and ask who it is
 * @param confirmed the password was typed a short while ago, or the caller has none
 */
public record Identity(Caller caller, boolean mustChangePassword, boolean confirmed) {}
