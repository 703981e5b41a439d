package io.usher.engine.account;

import io.usher.engine.shared.WorkspaceId;
import reactor.core.publisher.Mono;

/** The people who may sign in. */
public interface Users {

    /**
     * Makes a user who must change the password at the first sign-in; 409 when the name is taken.
     *
     * @return the user's id
     */
    Mono<String> create(String name, String password, WorkspaceId workspace);
}
