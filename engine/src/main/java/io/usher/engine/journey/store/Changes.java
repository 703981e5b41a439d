package io.usher.engine.journey.store;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.PushOptions;
import io.usher.engine.journey.Journey.State;
import io.usher.engine.journey.TrailEntry;
import io.usher.engine.journey.internal.record.JourneyRuns.Parking;
import io.usher.engine.journey.internal.record.Progress;
import io.usher.engine.journey.internal.record.RecordedVisit;
import io.usher.engine.journey.internal.record.Resumption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What the updates of a journey's own work write. */
final class Changes {

    static final int KEPT_LINES = 200;
    private static final int KEPT_VISITS = 200;

    private Changes() {}

    static Bson progress(Progress progress, Instant now) {
        var changes = new ArrayList<Bson>();
        changes.add(lines(progress.lines()));
        changes.add(set("passes", new Document(new HashMap<>(progress.passes()))));
        changes.add(unset("note"));
        var step = progress.step();
        changes.add(step == null ? unset("standing") : set("standing", JourneyRecordDocuments.step(step)));
        changes.addAll(MemoryDocuments.changes(progress.memory()));
        var end = progress.end();
        if (end != null) {
            changes.add(state(State.FINISHED, now));
            changes.add(set("end", JourneyDocuments.end(end)));
        }
        return combine(changes);
    }

    static Bson visit(RecordedVisit visit) {
        return pushEach("visits", List.of(JourneyRecordDocuments.visit(visit)), new PushOptions().slice(-KEPT_VISITS));
    }

    static Bson lines(List<TrailEntry> lines) {
        var documents = lines.stream().map(JourneyRecordDocuments::line).toList();
        return combine(
                pushEach("trail", documents, new PushOptions().slice(-KEPT_LINES)), inc("lines", (long) lines.size()));
    }

    static Bson parked(Parking parking) {
        var changes = new ArrayList<>(List.of(
                lines(List.of(parking.line())),
                state(State.FAILED, parking.failure().since()),
                set("failure", JourneyDocuments.failure(parking.failure())),
                unset("instance"),
                unset("claim"),
                unset("note")));
        changes.add(parking.flow() == null ? unset("parkedOn") : set("parkedOn", parking.flow()));
        return combine(changes);
    }

    static Bson placed(Resumption resumption, Instant now) {
        var changes = new ArrayList<Bson>();
        changes.add(progress(resumption.progress(), now));
        changes.add(inc("run", 1));
        changes.add(unset("instance"));
        changes.add(unset("claim"));
        changes.add(unset("failure"));
        changes.add(unset("parkedOn"));
        var at = resumption.at();
        changes.add(at == null ? unset("at") : set("at", JourneyDocuments.place(at)));
        var ahead = resumption.ahead();
        changes.add(ahead == null ? unset("ahead") : set("ahead", JourneyRecordDocuments.ahead(ahead)));
        if (resumption.progress().end() == null) {
            changes.add(state(State.STARTING, now));
        }
        if (resumption.skipped() != null) {
            changes.add(push("skipped", resumption.skipped()));
        }
        return combine(changes);
    }

    static Bson state(State state, Instant now) {
        return combine(set("state", state.key()), set("since", Fields.date(now)));
    }
}
