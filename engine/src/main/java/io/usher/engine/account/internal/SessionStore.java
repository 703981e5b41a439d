package io.usher.engine.account.internal;

import java.time.Instant;
import reactor.core.publisher.Mono;

/** Where sessions are kept. */
public interface SessionStore {

    Mono<Void> insert(Session session);

    /** The session, if it was used after {@code usedAfter}. */
    Mono<Session> find(String id, Instant usedAfter);

    Mono<Void> used(String id, Instant at);

    Mono<Void> delete(String id);

    /** Ends all sessions of the user but this one. */
    Mono<Void> deleteOthers(String userId, String keptId);

    Mono<Void> deleteUnusedSince(Instant time);
}
