package io.usher.engine.account.internal;

import io.usher.engine.account.internal.Passwords.Lane;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The passwords of users: whether one is right, and putting another in its place. */
@Component
class UserPasswords {

    private final UserStore users;
    private final Passwords passwords;

    UserPasswords(UserStore users, Passwords passwords) {
        this.users = users;
        this.passwords = passwords;
    }

    Mono<Optional<User>> byName(String name) {
        return users.byName(name).map(Optional::of).defaultIfEmpty(Optional.empty());
    }

    Mono<User> byId(String id) {
        return users.byId(id);
    }

    /** The user, if the password is right; null takes as long and is never right. */
    Mono<User> verified(@Nullable User user, String password, Lane lane) {
        if (password.length() > NewPassword.MAX_LENGTH) {
            return Mono.empty();
        }
        return user == null
                ? passwords.matchesNobody(password, lane).then(Mono.empty())
                : passwords
                        .matches(password, user.passwordHash(), lane)
                        .filter(right -> right)
                        .flatMap(right -> strengthened(user, password, lane));
    }

    /** Puts a new password in the place of the one this user was verified with; false when another was quicker. */
    Mono<Boolean> replace(User user, String next) {
        return passwords
                .hash(next, Lane.KNOWN)
                .flatMap(hash -> users.replacePassword(user.id(), user.passwordHash(), hash));
    }

    /** Only who has just typed the password lets a weak hash be made anew; when that fails, the weak one goes on. */
    private Mono<User> strengthened(User user, String password, Lane lane) {
        return passwords.weak(user.passwordHash())
                ? passwords
                        .hash(password, lane)
                        .flatMap(hash -> users.rehash(user.id(), user.passwordHash(), hash)
                                .map(done -> done ? user.withHash(hash) : user))
                        .onErrorReturn(user)
                : Mono.just(user);
    }
}
