package io.usher.engine.account.internal;

import reactor.core.publisher.Mono;

/** Where users are kept. */
public interface UserStore {

    /** A duplicate key error when the id or the name is taken. */
    Mono<Void> insert(User user);

    Mono<User> byName(String name);

    Mono<User> byId(String id);

    Mono<Boolean> any();

    /**
     * Sets the hash of a new password, ends the duty to change it and counts its version up, if the hash is still
     * {@code oldHash}; whether it was.
     */
    Mono<Boolean> replacePassword(String id, String oldHash, String newHash);

    /** Sets another hash of the same password, if the hash is still {@code oldHash}; whether it was. */
    Mono<Boolean> rehash(String id, String oldHash, String newHash);
}
