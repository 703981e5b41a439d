package io.usher.engine.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.model.Filters;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.platform.mongo.PlatformCollections;
import io.usher.engine.platform.start.StartRefused;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestServers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/** The run's own key stands in its database. */
@EngineIT
class SecretKeyIT {

    private static final String OTHER = "another-key-".repeat(4);

    @Autowired
    private Mongo mongo;

    @Test
    void shouldRefuseToStartWithAnotherKeyAndTakeANewOneInFrontOfTheOldOne() {
        var own = fingerprint();
        assertThat(own).isEqualTo(keys(TestServers.SECRET_KEY).current().orElseThrow());

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> prepare(OTHER))
                .withMessageContaining(own);
        assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> prepare(null));
        assertThat(fingerprint()).isEqualTo(own);

        prepare(OTHER + "," + TestServers.SECRET_KEY);
        assertThat(fingerprint()).isEqualTo(keys(OTHER).current().orElseThrow());
        prepare(TestServers.SECRET_KEY + "," + OTHER);
        assertThat(fingerprint()).isEqualTo(own);
    }

    private String fingerprint() {
        return Async.value(Mono.from(mongo.collection(PlatformCollections.SETTINGS)
                        .find(Filters.eq("_id", "secretKey"))
                        .first()))
                .getString("fingerprint");
    }

    private void prepare(String keys) {
        Async.await(new SecretKeyCheck(mongo, keys(keys)).prepare());
    }

    private static SecretKeys keys(String keys) {
        return new SecretKeys(new SecretProperties(keys));
    }
}
