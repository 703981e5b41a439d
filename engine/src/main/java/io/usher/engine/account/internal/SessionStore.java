package io.usher.engine.account.internal;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Where sessions are kept. */
public interface SessionStore {

    Mono<Void> insert(Session session);

    Mono<Session> find(String id);

    Mono<Void> used(String id, Instant at);

    /** The person has typed the password again, which has this version. */
    Mono<Void> confirmed(String id, int passwordVersion, Instant at);

    Mono<Void> delete(String id);

    /** Ends all sessions of the user but this one. */
    Mono<Void> deleteOthers(String userId, String keptId);

    /** Removes sessions not used since {@code usedBefore}, and those begun before {@code begunBefore}. */
    Mono<Void> deleteEnded(Instant usedBefore, Instant begunBefore);
}
