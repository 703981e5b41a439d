package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.journey.JourneyEngines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MongoDispatchJourneysIT extends DispatchJourneysContract {

    private static JourneyEngines.Stored stored;

    @BeforeAll
    static void start() {
        stored = JourneyEngines.stored();
    }

    @AfterAll
    static void stop() {
        stored.close();
    }

    @Override
    DispatchJourneys store() {
        return stored.dispatch();
    }
}
