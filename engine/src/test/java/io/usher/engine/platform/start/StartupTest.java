package io.usher.engine.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;

@Timeout(60)
class StartupTest {

    @Test
    void shouldTryAgainWhatIsNotThereYet() throws Exception {
        var tries = new AtomicInteger();
        var startup = startup(() -> tries.incrementAndGet() == 1
                ? Mono.error(new StillWaiting("another engine, which tidies up"))
                : Mono.empty());

        startup.awaitReady();

        assertThat(tries).hasValue(2);
        assertThat(startup.waitingFor()).isNull();
    }

    @Test
    void shouldNotTryAgainWhatIsRefused() throws Exception {
        var tries = new AtomicInteger();
        var startup = startup(() -> {
            tries.incrementAndGet();
            return Mono.error(new StartRefused("The data is too new"));
        });

        assertThat(startup.refused().get(30, TimeUnit.SECONDS)).isEqualTo("The data is too new");
        assertThat(startup.ready()).isFalse();
        assertThat(startup.waitingFor()).isEqualTo("The data is too new");
        assertThat(tries).hasValue(1);
    }

    private static Startup startup(Supplier<Mono<Void>> work) {
        var startup = new Startup(List.of(new Preparation() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public Mono<Void> prepare() {
                return work.get();
            }
        }));
        startup.start();
        return startup;
    }
}
