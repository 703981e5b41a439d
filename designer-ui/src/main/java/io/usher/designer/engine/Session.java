package io.usher.designer.engine;

/** What a right password is answered with; while {@code mustChangePassword} the token only changes the password. */
public record Session(SessionToken token, boolean mustChangePassword) {}
