package io.usher.engine.journey.store;

import io.usher.engine.platform.mongo.IndexPlan;
import java.util.List;
import org.springframework.stereotype.Component;

/** The indexes of journeys; every list names its states, so that one index per filter serves all of them. */
@Component
class JourneyIndexes implements IndexPlan {

    @Override
    public List<IndexSpec> indexes() {
        return List.of(
                IndexSpec.on(Fields.JOURNEYS, "workspace", "contact", "workflow", "state"),
                IndexSpec.on(
                        Fields.JOURNEYS, "workspace", "contact", "workflow", "scope.per", "scope.value", "-startedAt"),
                IndexSpec.on(Fields.JOURNEYS, "state", "since", "_id"),
                IndexSpec.on(Fields.JOURNEYS, "workspace", "contact", "-startedAt", "-_id"),
                IndexSpec.on(Fields.JOURNEYS, "workspace", "workflow", "state", "-startedAt", "-_id"),
                IndexSpec.on(Fields.JOURNEYS, "workspace", "state", "-startedAt", "-_id"),
                IndexSpec.on(Fields.ARCHIVE, "workspace", "journey", "n"));
    }
}
