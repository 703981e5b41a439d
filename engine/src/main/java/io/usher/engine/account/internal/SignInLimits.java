package io.usher.engine.account.internal;

import io.usher.engine.account.internal.Passwords.Lane;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.shared.Ids;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How often passwords may be tried. Strangers share one allowance per account and one per address; a device on which the
 * account has signed in before has one of its own, so that strangers' tries never keep its owner out.
 */
@Component
class SignInLimits {

    /** Of one account, by everybody whose device is not known: 14 in the first hour, then 10 an hour. */
    static final Allowance STRANGERS = new Allowance(5, Duration.ofMinutes(6));
    /** Of one account on one device that is known, or in one session. */
    static final Allowance KNOWN = new Allowance(5, Duration.ofMinutes(1));
    /** Of all accounts from one address, which may be that of a whole office. */
    static final Allowance ADDRESS = new Allowance(100, Duration.ofMinutes(1));

    private static final int MOST_ADDRESSES = 100_000;
    private static final int MOST_ABSENT = 20_000;

    private final Devices devices;
    private final TryLimit accounts;
    private final TryLimit absent;
    private final TryLimit addresses;

    SignInLimits(TryStore tries, Devices devices, RealTime time) {
        this.devices = devices;
        this.accounts = new TryLimit(tries, time);
        this.absent = new TryLimit(new AbsentTries(tries, new MemoryTries(MOST_ABSENT)), time);
        this.addresses = new TryLimit(new MemoryTries(MOST_ADDRESSES), time);
    }

    /** A try that may be made: how its password is hashed, and what is to be done when it is not to count. */
    record Admission(Lane lane, Mono<Void> giveBack) {

        /** The try counts when the password was wrong (empty), and not when it was right or was never looked at. */
        Mono<User> weighed(Mono<User> verified) {
            return verified.onErrorResume(busy -> giveBack.then(Mono.error(busy)))
                    .flatMap(user -> giveBack.thenReturn(user));
        }
    }

    /** Lets a try to sign in through, or answers 429; the same for a name that nobody has. */
    Mono<Admission> admit(String name, @Nullable User user, Client client) {
        return devices.knows(client.device(), user == null ? "" : user.id()).flatMap(known -> {
            if (user == null) {
                return stranger(absent, Ids.derived("absent", name), client);
            }
            return known
                    ? known("device", client.device() + " " + user.id())
                    : stranger(accounts, Ids.derived("account", user.id()), client);
        });
    }

    /** Lets somebody who is signed in try the own password, or answers 429. */
    Mono<Admission> admit(String sessionId) {
        return known("session", sessionId);
    }

    private Mono<Admission> known(String kind, String what) {
        var key = Ids.derived(kind, what);
        return accounts.admit(key, KNOWN).thenReturn(new Admission(Lane.KNOWN, accounts.giveBack(key, KNOWN)));
    }

    private Mono<Admission> stranger(TryLimit account, String key, Client client) {
        var network = Network.of(client.address());
        var giveAddressBack = addresses.giveBack(network, ADDRESS);
        return addresses
                .admit(network, ADDRESS)
                .then(account.admit(key, STRANGERS).onErrorResume(refused -> giveAddressBack.then(Mono.error(refused))))
                .thenReturn(new Admission(Lane.STRANGER, giveAddressBack.then(account.giveBack(key, STRANGERS))));
    }

    /** The token by which this browser is known from now on; empty when nobody would keep it. */
    Mono<Optional<String>> remember(Client client, String userId) {
        return client.keepsDevice()
                ? devices.remember(client.device(), userId).map(Optional::of)
                : Mono.just(Optional.empty());
    }
}
