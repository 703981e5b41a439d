package io.usher.engine.testing;

import com.mongodb.client.model.Filters;
import io.usher.engine.event.DispatchQueue;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.WorkspaceId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import reactor.core.publisher.Flux;

/** Due events put straight into the store, older than all that was accepted: a backlog of any size within seconds. */
public final class Backlogs {

    private static final String EVENTS = "events";
    private static final int CHUNK = 1_000;
    private static final List<Integer> LANES =
            IntStream.range(0, DispatchQueue.LANES).boxed().toList();

    private final Mongo mongo;
    private final WorkspaceId workspace;
    private final List<Document> events = new ArrayList<>();

    public Backlogs(Mongo mongo, WorkspaceId workspace) {
        this.mongo = mongo;
        this.workspace = workspace;
    }

    /** One more event behind those before it; its id. */
    public String add(String type, String contact) {
        return add(type, contact, new Document("workspace", workspace.value()));
    }

    /** As the versions before workspaces and contacts took turns stored it. */
    public String addInOldForm(String type, String contact) {
        return add(type, contact, new Document());
    }

    private String add(String type, String contact, Document due) {
        var id = Ids.random();
        var now = new Date();
        events.add(new Document("_id", workspace.value() + ":" + id)
                .append("workspace", workspace.value())
                .append("id", id)
                .append("type", type)
                .append("params", List.of())
                .append("occurredAt", now)
                .append("acceptedAt", now)
                .append("source", "test")
                .append("contact", contact)
                .append(
                        "due",
                        due.append("lane", Math.floorMod(contact.hashCode(), DispatchQueue.LANES))
                                .append("contact", contact)));
        return id;
    }

    /** Stores all that were added. */
    public void store() {
        for (int i = 0; i < events.size(); i++) {
            long position = (long) i - events.size();
            events.get(i)
                    .append("position", position)
                    .get("due", Document.class)
                    .append("position", position);
        }
        for (int from = 0; from < events.size(); from += CHUNK) {
            var chunk = events.subList(from, Math.min(from + CHUNK, events.size()));
            Async.value(
                    Flux.from(mongo.collection(EVENTS).insertMany(chunk)).then(reactor.core.publisher.Mono.just(1)));
        }
    }

    /** How many events of backlogs are still due, of whatever workspace. */
    public long due() {
        var before = Filters.and(Filters.in("due.lane", LANES), Filters.lt("due.position", 0L));
        return Async.value(
                Flux.from(mongo.collection(EVENTS).countDocuments(before)).next());
    }

    /** Takes what is left of backlogs out of the queue again. */
    public void clear() {
        var before = Filters.and(Filters.in("due.lane", LANES), Filters.lt("due.position", 0L));
        Async.value(Flux.from(mongo.collection(EVENTS).deleteMany(before)).next());
    }
}
