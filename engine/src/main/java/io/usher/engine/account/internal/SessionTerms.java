package io.usher.engine.account.internal;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a session holds, and how long a password that was typed counts as typed just now.
 *
 * @param idle it ends when it was not used for so long
 * @param longest it ends so long after the sign-in, however much it is used
 * @param confirmed how long what needs the password again does not ask for it
 */
record SessionTerms(Duration idle, Duration longest, Duration confirmed) {

    boolean holds(Session session, User user, Instant now) {
        return session.usedAt().isAfter(now.minus(idle))
                && session.createdAt().isAfter(now.minus(longest))
                && session.passwordVersion() == user.passwordVersion();
    }

    boolean confirmed(Session session, Instant now) {
        return session.confirmedAt().isAfter(now.minus(confirmed));
    }
}
