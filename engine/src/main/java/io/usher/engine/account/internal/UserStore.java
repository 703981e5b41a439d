package io.usher.engine.account.internal;

import io.usher.engine.shared.AuditEntry;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Where users are kept. */
public interface UserStore {

    /** A duplicate key error when the id or the name is taken. */
    Mono<Void> insert(User user);

    Mono<User> byName(String name);

    Mono<User> byId(String id);

    Mono<Boolean> any();

    /** Names by id, of those that there are. */
    Mono<Map<String, String>> names(Collection<String> ids);

    /**
     * Sets the hash of a new password, ends the duty to change it and counts its version up, if the hash is still
     * {@code oldHash}; whether it was.
     */
    Mono<Boolean> replacePassword(String id, String oldHash, String newHash);

    /** Sets what stands in {@code next}, if the profile still has the revision before; whether it had. */
    Mono<Boolean> replaceProfile(String id, Profile next, AuditEntry audit);

    /** Sets another hash of the same password, if the hash is still {@code oldHash}; whether it was. */
    Mono<Boolean> rehash(String id, String oldHash, String newHash);
}
