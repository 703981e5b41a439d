package io.usher.engine.account.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.shared.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTermsTest {

    private static final Instant NOW = Instant.parse("2026-01-10T00:00:00Z");
    private static final SessionTerms TERMS =
            new SessionTerms(Duration.ofHours(12), Duration.ofDays(7), Duration.ofMinutes(30));

    @Test
    void shouldEndASessionThatWasNotUsedForTwelveHours() {
        assertThat(TERMS.holds(session(Duration.ofDays(1), Duration.ofMinutes(719), 0), user(0), NOW))
                .isTrue();
        assertThat(TERMS.holds(session(Duration.ofDays(1), Duration.ofHours(12), 0), user(0), NOW))
                .isFalse();
    }

    @Test
    void shouldEndASessionSevenDaysAfterTheSignInHoweverMuchItIsUsed() {
        assertThat(TERMS.holds(session(Duration.ofHours(167), Duration.ZERO, 0), user(0), NOW))
                .isTrue();
        assertThat(TERMS.holds(session(Duration.ofDays(7), Duration.ZERO, 0), user(0), NOW))
                .isFalse();
    }

    @Test
    void shouldEndASessionThatWasBegunWithAnotherPassword() {
        assertThat(TERMS.holds(session(Duration.ZERO, Duration.ZERO, 1), user(2), NOW))
                .isFalse();
    }

    @Test
    void shouldTakeAPasswordAsTypedJustNowForHalfAnHour() {
        var session = session(Duration.ofMinutes(31), Duration.ZERO, 0);
        assertThat(TERMS.confirmed(session, session.confirmedAt().plus(Duration.ofMinutes(29))))
                .isTrue();
        assertThat(TERMS.confirmed(session, NOW)).isFalse();
    }

    private static Session session(Duration age, Duration unused, int passwordVersion) {
        var begun = NOW.minus(age);
        return new Session(
                "id", "anna", new WorkspaceId("main"), passwordVersion, begun, NOW.minus(unused), begun, null);
    }

    private static User user(int passwordVersion) {
        return new User("anna", "anna", "", passwordVersion, false, List.of(), Instant.EPOCH, Profile.NONE);
    }
}
