package io.usher.engine.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.Killed;
import io.usher.engine.testing.TestWorkspaces;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An entry of the audit on its way from the changed document to where it is kept for good. */
@EngineIT
class AuditKillsIT {

    @Autowired
    private TestWorkspaces workspaces;

    @Autowired
    private CrashPoints crash;

    private Api key;
    private Api person;

    @BeforeEach
    void setUp() {
        var workspace = workspaces.create();
        key = workspace.api();
        person = workspaces.person(workspace);
    }

    @AfterEach
    void clear() {
        crash.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit-before-keep", "audit-after-keep"})
    void shouldKeepEachEntryOnceWhenTheEngineIsKilledAt(String place) {
        // given: whoever moves entries ends there, again and again
        var killed = new AtomicInteger();
        Killed.at(crash, place, killed::incrementAndGet);
        key.eventType("paid");
        await().until(() -> killed.get() > 0);

        // when
        crash.clear();

        // then
        await().until(() -> entries() == 1);
        key.eventType("left");
        await().until(() -> entries() == 2);
        assertThat(person.get("/audit?kind=event-type").path("items").findValuesAsString("action"))
                .containsOnly("event-type.made");
    }

    private int entries() {
        return person.get("/audit?kind=event-type").path("items").size();
    }
}
