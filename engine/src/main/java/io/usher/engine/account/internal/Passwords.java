package io.usher.engine.account.internal;

import io.usher.engine.shared.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Argon2id, off the event loop and at most two at a time: each takes 16 MB and some 50 ms of a core. */
@Component
class Passwords implements DisposableBean {

    static final int MIN_LENGTH = 12;
    static final int MAX_LENGTH = 200;
    private static final int THREADS = 2;
    private static final int QUEUE = 100;

    private final Argon2PasswordEncoder argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Scheduler scheduler = Schedulers.newBoundedElastic(THREADS, QUEUE, "argon2");
    private final Mono<String> dummy = hash(Secrets.random()).cache();

    Mono<String> hash(String password) {
        return Mono.fromCallable(() -> String.valueOf(argon2.encode(password))).subscribeOn(scheduler);
    }

    Mono<Boolean> matches(String password, String hash) {
        return Mono.fromCallable(() -> argon2.matches(password, hash)).subscribeOn(scheduler);
    }

    /** Takes as long as a wrong password, so that the time does not tell which users exist. */
    Mono<Boolean> matchesNobody(String password) {
        return dummy.flatMap(hash -> matches(password, hash)).thenReturn(false);
    }

    /** What is wrong with a new password. */
    static List<FieldError> check(String field, String password, String old) {
        var errors = new ArrayList<FieldError>();
        if (password.codePointCount(0, password.length()) < MIN_LENGTH) {
            errors.add(new FieldError(
                    field, "length", "The new password must have at least " + MIN_LENGTH + " characters"));
        }
        if (password.length() > MAX_LENGTH) {
            errors.add(new FieldError(
                    field, "length", "The new password must have at most " + MAX_LENGTH + " characters"));
        }
        if (password.equals(old)) {
            errors.add(new FieldError(field, "same", "The new password must not be the old one"));
        }
        return errors;
    }

    @Override
    public void destroy() {
        scheduler.dispose();
    }
}
