package io.usher.engine.account.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.shared.Ids;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every store of devices must do. What was not used for long may go at any time, so all that must stay lies ahead. */
public abstract class DeviceStoreContract {

    private static final Instant USED = Instant.parse("2100-01-01T12:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T12:00:00Z");

    private final String device = Ids.random();
    private final String other = Ids.random();
    private final String ada = Ids.random();
    private final String bea = Ids.random();

    protected abstract DeviceStore devices();

    @Test
    void shouldBelongToWhoeverSignedInOnItAndToNobodyElse() {
        insert(device, ada);

        assertThat(belongs(device, ada)).isTrue();
        assertThat(belongs(device, bea)).isFalse();
        assertThat(belongs(other, ada)).isFalse();
    }

    @Test
    void shouldBeThatOfSeveral() {
        insert(device, ada);

        assertThat(add(device, bea, USED)).isTrue();

        assertThat(belongs(device, ada)).isTrue();
        assertThat(belongs(device, bea)).isTrue();
    }

    @Test
    void shouldNotAddToADeviceThatIsNotThere() {
        assertThat(add(device, ada, USED)).isFalse();
        assertThat(belongs(device, ada)).isFalse();
    }

    @Test
    void shouldRefuseASecondDeviceUnderAnId() {
        insert(device, ada);

        assertThatThrownBy(() -> insert(device, bea)).matches(Failures::duplicateKey, "a duplicate key");

        assertThat(belongs(device, ada)).isTrue();
        assertThat(belongs(device, bea)).isFalse();
    }

    @Test
    void shouldBelongOnlyWhenItWasUsedSince() {
        insert(device, ada);
        assertThat(belongs(device, ada, USED.minusMillis(1))).isTrue();
        assertThat(belongs(device, ada, USED)).isFalse();

        add(device, bea, USED.plusSeconds(60));

        assertThat(belongs(device, ada, USED)).as("used by somebody else").isTrue();
    }

    @Test
    void shouldBeForgottenOfOneUserOnAllDevicesButOne() {
        insert(device, ada);
        insert(other, ada);
        add(device, bea, USED);

        Async.await(devices().removeOthers(ada, other));

        assertThat(belongs(device, ada)).isFalse();
        assertThat(belongs(device, bea)).isTrue();
        assertThat(belongs(other, ada)).isTrue();
    }

    @Test
    void shouldGoWhenItWasNotUsedForLong() {
        insert(device, ada);
        Async.await(devices().insert(other, ada, LONG_AGO));

        Async.await(devices().deleteUnusedSince(LONG_AGO));

        assertThat(belongs(device, ada)).isTrue();
        assertThat(belongs(other, ada, Instant.EPOCH)).isFalse();
        assertThat(add(other, ada, USED)).isFalse();
    }

    private void insert(String id, String user) {
        Async.await(devices().insert(id, user, USED));
    }

    private boolean add(String id, String user, Instant at) {
        return Async.value(devices().add(id, user, at));
    }

    private boolean belongs(String id, String user) {
        return belongs(id, user, USED.minusSeconds(1));
    }

    private boolean belongs(String id, String user, Instant usedAfter) {
        return Async.value(devices().belongs(id, user, usedAfter));
    }
}
