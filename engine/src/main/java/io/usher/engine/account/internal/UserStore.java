package io.usher.engine.account.internal;

import reactor.core.publisher.Mono;

/** Where users are kept. */
public interface UserStore {

    /** A duplicate key error when the id or the name is taken. */
    Mono<Void> insert(User user);

    Mono<User> byName(String name);

    Mono<User> byId(String id);

    Mono<Boolean> any();

    /** Sets the hash and ends the duty to change it, if the hash is still {@code oldHash}; whether it was. */
    Mono<Boolean> replacePassword(String id, String oldHash, String newHash);
}
