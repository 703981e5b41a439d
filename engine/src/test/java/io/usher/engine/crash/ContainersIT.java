package io.usher.engine.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.usher.engine.account.internal.ApiKeyStore;
import io.usher.engine.account.internal.ApiKeyStoreContract;
import io.usher.engine.account.internal.DeviceStore;
import io.usher.engine.account.internal.DeviceStoreContract;
import io.usher.engine.account.internal.TryStore;
import io.usher.engine.account.internal.TryStoreContract;
import io.usher.engine.contact.internal.ConsentLedgers;
import io.usher.engine.contact.internal.ConsentLedgersContract;
import io.usher.engine.contact.internal.ContactStore;
import io.usher.engine.contact.internal.ContactStoreContract;
import io.usher.engine.contact.internal.ContactUpkeep;
import io.usher.engine.event.DispatchChangesContract;
import io.usher.engine.event.DispatchQueue;
import io.usher.engine.event.Event;
import io.usher.engine.event.internal.CountStore;
import io.usher.engine.event.internal.CountStoreContract;
import io.usher.engine.event.internal.EventStore;
import io.usher.engine.event.internal.EventStore.Fresh;
import io.usher.engine.order.internal.OrderStore;
import io.usher.engine.order.internal.OrderStoreContract;
import io.usher.engine.platform.async.Async;
import io.usher.engine.testing.Containers;
import io.usher.engine.testing.EngineProcess;
import io.usher.engine.testing.Line;
import io.usher.engine.testing.LiveWorkflow;
import io.usher.engine.testing.StoresOnly;
import io.usher.engine.testing.TestMail;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Where a Docker engine is, else named among what was skipped: what every store must do, on a MongoDB replica set, and a journey through it and a Zeebe broker. */
class ContainersIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    private static final String DOCKER = "io.usher.engine.testing.Containers#available";

    private static Containers servers;
    private static StoresOnly stores;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        if (!Containers.available()) {
            return;
        }
        servers = Containers.start();
        stores = StoresOnly.at(
                servers.mongodbUri("usher_stores"),
                "io.usher.engine.account.store",
                "io.usher.engine.contact.store",
                "io.usher.engine.event.store",
                "io.usher.engine.order.store");
    }

    @AfterAll
    static void stop() {
        if (stores != null) {
            stores.close();
        }
        if (servers != null) {
            servers.close();
        }
    }

    @Test
    void shouldSendAMessageFromAnEventOn() {
        assumeTrue(
                servers != null,
                "no Docker engine: neither the stores nor a journey were tried on MongoDB and Zeebe in containers");
        try (var engine = EngineProcess.start(servers.mongodbUri("usher"), servers.zeebeAddress(), null)) {
            var line = Line.start()
                    .send("Mail", "Hello")
                    .rest("Rest", 1, "minutes")
                    .send("Later", "Again");
            var workflow = LiveWorkflow.activated(engine.api(), line.exit(), LiveWorkflow.EACH_TIME, null);

            var journey = workflow.journeyOf("containers@example.com");

            workflow.awaitAt(journey, "Rest");
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(TestMail.subjectsTo("containers@example.com"))
                            .containsExactly("Hello"));
        }
    }

    @Nested
    @EnabledIf(DOCKER)
    class Contacts extends ContactStoreContract {

        @Override
        protected ContactStore store() {
            return stores.bean(ContactStore.class);
        }

        @Override
        protected ContactUpkeep upkeep() {
            return stores.bean(ContactUpkeep.class);
        }
    }

    @Nested
    @EnabledIf(DOCKER)
    class Ledgers extends ConsentLedgersContract {

        @Override
        protected ConsentLedgers ledgers() {
            return stores.bean(ConsentLedgers.class);
        }
    }

    @Nested
    @EnabledIf(DOCKER)
    class Changes extends DispatchChangesContract {

        @Override
        protected DispatchQueue queue() {
            return stores.bean(DispatchQueue.class);
        }

        @Override
        protected void store(Event event) {
            Async.value(stores.bean(EventStore.class).insert(List.of(new Fresh(event, List.of()))));
        }
    }

    @Nested
    @EnabledIf(DOCKER)
    class Counts extends CountStoreContract {

        @Override
        protected CountStore store() {
            return stores.bean(CountStore.class);
        }
    }

    @Nested
    @EnabledIf(DOCKER)
    class Orders extends OrderStoreContract {

        @Override
        protected OrderStore store() {
            return stores.bean(OrderStore.class);
        }
    }

    @Nested
    @EnabledIf(DOCKER)
    class Keys extends ApiKeyStoreContract {

        @Override
        protected ApiKeyStore keys() {
            return stores.bean(ApiKeyStore.class);
        }
    }

    @Nested
    @EnabledIf(DOCKER)
    class Devices extends DeviceStoreContract {

        @Override
        protected DeviceStore devices() {
            return stores.bean(DeviceStore.class);
        }
    }

    @Nested
    @EnabledIf(DOCKER)
    class Tries extends TryStoreContract {

        @Override
        protected TryStore tries() {
            return stores.bean(TryStore.class);
        }
    }
}
