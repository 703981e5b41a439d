package io.usher.engine.account.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.account.internal.SignInLimits.Admission;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class SignInLimitsTest {

    private static final User ANNA = user("anna");

    private Instant now = Instant.parse("2026-01-01T00:00:00.123456789Z");
    private final RealTime time = new RealTime() {
        @Override
        public Instant now() {
            return now;
        }
    };
    private final FakeTries tries = new FakeTries();
    private final FakeDevices store = new FakeDevices();
    private final Devices devices = new Devices(store, time);
    private final SignInLimits limits = new SignInLimits(tries, devices, time);

    @Test
    void shouldLimitStrangersOfOneAccountWhereverTheyComeFrom() {
        var through = 0;
        for (int second = 0; second < 3_600; second++) {
            through += let("anna", ANNA, "198.51." + second / 250 + "." + second % 250) ? 1 : 0;
            now = now.plusSeconds(1);
        }
        assertThat(through).isEqualTo(14);
    }

    @Test
    void shouldLimitOneAddressWhateverAccountsItTries() {
        assertThat(through(2_000, i -> let("name" + i, null, "192.0.2.1"))).isEqualTo(100);
        assertThat(let("bert", user("bert"), "192.0.2.1")).isFalse();
        assertThat(let("bert", user("bert"), "192.0.2.2")).isTrue();
    }

    @Test
    void shouldTakeAllAddressesOfOneIpv6SubscriberForOne() {
        assertThat(through(2_000, i -> let("name" + i, null, "2001:db8:0:7::" + Integer.toHexString(i + 1))))
                .isEqualTo(100);
        assertThat(let("other", null, "2001:db8:0:8::1")).isTrue();
    }

    @Test
    void shouldLetTheOwnersDeviceInAfterAThousandTriesOfStrangers() {
        // given
        var device = device(ANNA);

        // when
        var through = through(1_000, i -> let("anna", ANNA, "198.51.100." + i % 250));

        // then
        assertThat(through).isEqualTo(5);
        assertThat(let("anna", ANNA, "198.51.100.1", device)).isTrue();
        assertThat(let("anna", ANNA, "198.51.100.1")).isFalse();
    }

    @Test
    void shouldLimitWhoHasADeviceTooAndApartFromAllOthers() {
        var device = device(ANNA);
        assertThat(through(50, i -> let("anna", ANNA, "192.0.2.1", device))).isEqualTo(5);
        assertThat(let("anna", ANNA, "192.0.2.1", device(ANNA))).isTrue();
        assertThat(let("anna", ANNA, "192.0.2.1")).isTrue();
        now = now.plusSeconds(60);
        assertThat(through(50, i -> let("anna", ANNA, "192.0.2.1", device))).isEqualTo(1);
    }

    @Test
    void shouldNotKnowADeviceOfSomebodyElseOrOneThatWasNotUsedForHalfAYear() {
        var device = device(ANNA);
        var bert = user("bert");
        through(5, i -> let("bert", bert, "192.0.2.1"));
        assertThat(let("bert", bert, "192.0.2.1", device)).isFalse();
        now = now.plus(Duration.ofDays(181));
        through(5, i -> let("anna", ANNA, "192.0.2.1"));
        assertThat(let("anna", ANNA, "192.0.2.1", device)).isFalse();
    }

    @Test
    void shouldKnowOneDeviceOfTwoPeople() {
        var bert = user("bert");
        var device = device(ANNA);
        assertThat(Mono.from(devices.remember(device, bert.id())).block()).isEqualTo(device);
        through(5, i -> let("bert", bert, "192.0.2.1"));
        assertThat(let("bert", bert, "192.0.2.1", device)).isTrue();
    }

    @Test
    void shouldNotTakeATokenThatItDidNotMake() {
        var made = devices.remember("x".repeat(43), ANNA.id()).block();
        assertThat(made).isNotEqualTo("x".repeat(43));
    }

    @Test
    void shouldLeaveNoRowForANameThatNobodyHasAndLimitItAllTheSame() {
        assertThat(through(50, i -> let("nobody", null, "198.51.100." + i))).isEqualTo(5);
        for (int i = 0; i < 1_000; i++) {
            let("made up " + i, null, "203.0.113." + i % 250);
        }
        assertThat(tries.rows).isEmpty();
        assertThat(tries.asked)
                .as("as much work for the store as for a name that is there")
                .isPositive();
    }

    @Test
    void shouldAnswerANameThatNobodyHasLikeOneThatSomebodyHas() {
        for (int i = 0; i < 20; i++) {
            assertThat(retryAfter("nobody", null)).isEqualTo(retryAfter("anna", ANNA));
            now = now.plusSeconds(13);
        }
    }

    @Test
    void shouldNotCountATryWhosePasswordWasRight() {
        for (int i = 0; i < 500; i++) {
            Objects.requireNonNull(admit("anna", ANNA, "192.0.2.1", null).block())
                    .weighed(Mono.just(ANNA))
                    .block();
        }
        assertThat(let("anna", ANNA, "192.0.2.1")).isTrue();
    }

    @Test
    void shouldLetNoMoreThroughWhenManyComeAtOnce() {
        var through = Flux.range(0, 100)
                .flatMap(i -> admit("anna", ANNA, "198.51.100." + i, null)
                        .thenReturn(1)
                        .onErrorComplete())
                .count()
                .block();
        assertThat(through).isEqualTo(5);
    }

    @Test
    void shouldLimitHowOftenASessionTriesItsPassword() {
        assertThat(through(50, i -> passes(limits.admit("session")))).isEqualTo(5);
    }

    private interface Try {
        boolean number(int i);
    }

    private static int through(int times, Try tried) {
        int through = 0;
        for (int i = 0; i < times; i++) {
            through += tried.number(i) ? 1 : 0;
        }
        return through;
    }

    private String device(User user) {
        return Objects.requireNonNull(devices.remember(null, user.id()).block());
    }

    private boolean let(String name, @Nullable User user, String address) {
        return let(name, user, address, null);
    }

    private boolean let(String name, @Nullable User user, String address, @Nullable String device) {
        return passes(admit(name, user, address, device));
    }

    private Mono<Admission> admit(String name, @Nullable User user, String address, @Nullable String device) {
        return limits.admit(name, user, new Client(address, device, true));
    }

    private List<Duration> retryAfter(String name, @Nullable User user) {
        var pauses = new ArrayList<Duration>();
        admit(name, user, "192.0.2.9", null)
                .doOnError(
                        ProblemException.class,
                        refused -> pauses.add(
                                Objects.requireNonNull(refused.problem().retryAfter())))
                .onErrorComplete()
                .block();
        return pauses;
    }

    private static boolean passes(Mono<Admission> admission) {
        return admission
                .thenReturn(true)
                .onErrorResume(
                        ProblemException.class,
                        refused -> Mono.just(refused.problem().status() != 429))
                .blockOptional()
                .orElseThrow();
    }

    private static User user(String name) {
        return new User(
                "id-" + name, name, "", 0, false, List.of(new WorkspaceId("main")), Instant.EPOCH, Profile.NONE);
    }
}
