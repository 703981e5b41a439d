package io.usher.engine.account.internal;

import io.usher.engine.account.Caller;
import io.usher.engine.account.SecurityLog.Outcome;
import io.usher.engine.account.SecurityLog.What;
import io.usher.engine.account.internal.SignInLimits.Admission;
import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.Problems;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What somebody who is signed in does with the own password: types it again, or changes it. */
@Component
public class OwnPassword {

    private final UserPasswords passwords;
    private final SignInLimits limits;
    private final Devices devices;
    private final Sessions sessions;
    private final StoredSecurityLog log;

    OwnPassword(
            UserPasswords passwords, SignInLimits limits, Devices devices, Sessions sessions, StoredSecurityLog log) {
        this.passwords = passwords;
        this.limits = limits;
        this.devices = devices;
        this.sessions = sessions;
        this.log = log;
    }

    /** The person who typed it is the one who signed in; 400 when it is wrong, 429 after too many tries. */
    public Mono<Void> confirm(Caller caller, String password, String address) {
        return verified(caller, "password", password, What.PASSWORD_CONFIRMATION, address)
                .flatMap(user -> sessions.confirm(session(caller), user.passwordVersion())
                        .then(log.add(user, What.PASSWORD_CONFIRMATION, Outcome.DONE, address)));
    }

    /**
     * Sets a new password, ends all other sessions of the caller and forgets all other devices; 400 naming the field when one
     * of the two is wrong.
     */
    public Mono<Void> change(Caller caller, String current, String next, String address) {
        var errors = NewPassword.check("new", next, current, caller.name());
        if (!errors.isEmpty()) {
            return Mono.error(Problems.invalid(errors));
        }
        return verified(caller, "current", current, What.PASSWORD_CHANGE, address)
                .flatMap(user -> passwords
                        .replace(user, next)
                        .filter(replaced -> replaced)
                        .switchIfEmpty(Mono.error(() -> wrong("current")))
                        .then(sessions.confirm(session(caller), user.passwordVersion() + 1))
                        .then(forgetOthers(caller))
                        .then(log.add(user, What.PASSWORD_CHANGE, Outcome.DONE, address)));
    }

    private Mono<User> verified(Caller caller, String field, String password, What what, String address) {
        return passwords
                .byId(caller.id())
                .flatMap(user -> admitted(caller, user, what, address)
                        .flatMap(admission -> admission.weighed(passwords.verified(user, password, admission.lane())))
                        .switchIfEmpty(log.add(user, what, Outcome.WRONG_PASSWORD, address)
                                .then(Mono.empty())))
                .switchIfEmpty(Mono.error(() -> wrong(field)));
    }

    private Mono<Admission> admitted(Caller caller, User user, What what, String address) {
        return limits.admit(session(caller))
                .onErrorResume(
                        ProblemException.class,
                        refused -> log.addOnceAnHour(user, what, address).then(Mono.error(refused)));
    }

    private Mono<Void> forgetOthers(Caller caller) {
        return sessions.endOthers(caller.id(), session(caller))
                .flatMap(device -> devices.forgetOthers(caller.id(), device.orElse(null)));
    }

    private static String session(Caller caller) {
        return String.valueOf(caller.sessionId());
    }

    private static ProblemException wrong(String field) {
        return Problems.invalid(
                field, "wrong", field.equals("current") ? "The current password is wrong" : "The password is wrong");
    }
}
