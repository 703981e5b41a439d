package io.usher.engine.journey;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.usher.engine.journey.internal.dispatch.DispatchJourneys;
import io.usher.engine.journey.internal.record.JourneyRuns;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.Ids;
import io.usher.engine.workflow.JourneysInside;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Gives tests of the inner packages what they may use of a {@link JourneyEngine}. */
public final class JourneyEngines {

    private JourneyEngines() {}

    /** The store of an engine that runs no loops and no workers. */
    public static Stored stored() {
        var database = "journeys_it_" + Ids.random().substring(0, 8);
        return new Stored(new JourneyEngine(database, new ConcurrentHashMap<>(), false));
    }

    /** An engine of which only the store is used. */
    public static final class Stored implements AutoCloseable {

        private final JourneyEngine engine;

        private Stored(JourneyEngine engine) {
            this.engine = engine;
        }

        public DispatchJourneys dispatch() {
            return engine.dispatch();
        }

        public JourneyRuns runs() {
            return engine.runs();
        }

        public Journeys journeys() {
            return engine.journeys();
        }

        public JourneysInside inside() {
            return engine.inside();
        }

        /** As a version stores it that knows no memory of journeys. */
        public void rememberFormerOrder(Journey journey, String order) {
            Async.value(Mono.from(engine.mongo()
                    .collection("journeys")
                    .updateOne(Filters.eq("_id", journey.id().value()), Updates.set("orderId", order))));
        }

        /** As such a version reads it. */
        public String formerOrder(Journey journey) {
            return Async.value(Mono.from(engine.mongo()
                            .collection("journeys")
                            .find(Filters.eq("_id", journey.id().value()))))
                    .getString("orderId");
        }

        /** As a version stored it that knew no lanes of journeys. */
        public void forgetLane(Journey journey) {
            Async.value(Mono.from(engine.mongo()
                    .collection("journeys")
                    .updateOne(Filters.eq("_id", journey.id().value()), Updates.unset("lane"))));
        }

        @Override
        public void close() {
            engine.close();
        }
    }
}
