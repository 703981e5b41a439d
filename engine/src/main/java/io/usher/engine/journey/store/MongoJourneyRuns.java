package io.usher.engine.journey.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.journey.Journey.State;
import io.usher.engine.journey.TrailEntry;
import io.usher.engine.journey.internal.record.CurrentStep;
import io.usher.engine.journey.internal.record.Holdup;
import io.usher.engine.journey.internal.record.Job;
import io.usher.engine.journey.internal.record.JourneyMeters;
import io.usher.engine.journey.internal.record.JourneyRecord;
import io.usher.engine.journey.internal.record.JourneyRuns;
import io.usher.engine.journey.internal.record.Progress;
import io.usher.engine.journey.internal.record.RecordedVisit;
import io.usher.engine.journey.internal.record.RecordedVisit.Ahead;
import io.usher.engine.journey.internal.record.Resumption;
import io.usher.engine.platform.mongo.AuditTrail;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.JourneyId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code journeys} as their own work changes them; every change that adds lines also asks for the number of lines it read. */
@Component
class MongoJourneyRuns implements JourneyRuns {

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final Mongo mongo;
    private final TrailArchive archive;
    private final Clock clock;

    MongoJourneyRuns(Mongo mongo, TrailArchive archive, Clock clock) {
        this.mongo = mongo;
        this.archive = archive;
        this.clock = clock;
    }

    @Override
    public Mono<JourneyRecord> read(JourneyId id) {
        return Mono.from(journeys().find(eq("_id", id.value()))).map(JourneyRecordDocuments::record);
    }

    @Override
    public Mono<List<Starting>> starting(Collection<Integer> lanes, @Nullable Starting after, int limit) {
        var mine = and(eq("state", State.STARTING.key()), in("lane", withFormer(lanes)));
        var filter = after == null ? mine : and(mine, behind(after));
        return Flux.from(journeys()
                        .find(filter)
                        .sort(Sorts.ascending("since", "_id"))
                        .limit(limit))
                .map(MongoJourneyRuns::starting)
                .collectList();
    }

    private static Starting starting(Document found) {
        var claim = Fields.part(found, "claim");
        return new Starting(
                JourneyRecordDocuments.record(found),
                Fields.instant(found, "since"),
                claim == null ? null : new Claim(claim.getString("by"), Fields.instant(claim, "until")));
    }

    /** Journeys of a former version have no lane. */
    private static List<@Nullable Integer> withFormer(Collection<Integer> lanes) {
        var values = new ArrayList<@Nullable Integer>(lanes);
        if (lanes.contains(0)) {
            values.add(null);
        }
        return values;
    }

    @Override
    public Mono<Boolean> claim(JourneyId journey, int run, Claim claim, Instant now) {
        var free = or(exists("claim", false), eq("claim.by", claim.by()), lte("claim.until", Fields.date(now)));
        var value = new Document("by", claim.by()).append("until", Fields.date(claim.until()));
        return update(and(unbound(journey, run), free), set("claim", value));
    }

    private static Bson unbound(JourneyId journey, int run) {
        return and(
                eq("_id", journey.value()),
                eq("state", State.STARTING.key()),
                eq("run", run),
                exists("instance", false));
    }

    private static Bson behind(Starting last) {
        var since = Fields.date(last.since());
        var id = last.record().journey().id().value();
        return and(gte("since", since), or(gt("since", since), gt("_id", id)));
    }

    @Override
    public Mono<Boolean> begin(JourneyRecord read, Ahead ahead, Progress progress) {
        var undecided = and(starting(read), exists("ahead", false));
        var change =
                combine(Changes.progress(progress, clock.instant()), set("ahead", JourneyRecordDocuments.ahead(ahead)));
        return trailed(read, progress.lines(), undecided, change).doOnNext(mine -> count(mine, progress));
    }

    @Override
    public Mono<Boolean> bind(JourneyId journey, int run, long instance) {
        var bound = combine(set("instance", instance), unset("claim"), Changes.state(State.RUNNING, clock.instant()));
        return update(unbound(journey, run), bound);
    }

    @Override
    public Mono<JourneyRecord> arrive(JourneyRecord read, Job job, CurrentStep step, List<TrailEntry> lines) {
        var filter = and(open(job), eq("lines", read.lines()));
        var change = combine(set("standing", JourneyRecordDocuments.step(step)), Changes.lines(lines), unset("note"));
        return archive.makeRoom(read, lines.size())
                .then(Mono.from(journeys().findOneAndUpdate(filter, change, AFTER)))
                .map(JourneyRecordDocuments::record);
    }

    @Override
    public Mono<Boolean> holdup(Job job, Holdup holdup) {
        return update(open(job), set("note", JourneyRecordDocuments.holdup(holdup)));
    }

    @Override
    public Mono<Boolean> record(JourneyRecord read, Job job, RecordedVisit visit, Progress progress) {
        var change = combine(Changes.progress(progress, clock.instant()), Changes.visit(visit));
        return trailed(read, progress.lines(), open(job), change).doOnNext(mine -> count(mine, progress));
    }

    @Override
    public Mono<Boolean> late(JourneyRecord read, Job job, TrailEntry line) {
        var stopped = and(bound(job), eq("state", State.STOPPED.key()), unrecorded(job));
        var visit = new RecordedVisit(job.key(), Ahead.NOTHING, true);
        return trailed(read, List.of(line), stopped, combine(Changes.lines(List.of(line)), Changes.visit(visit)))
                .doOnNext(mine -> count(mine, JourneyMeters::late));
    }

    @Override
    public Mono<Boolean> park(JourneyRecord read, @Nullable Job job, Parking parking) {
        var filter = job == null ? starting(read) : open(job);
        return trailed(read, List.of(parking.line()), filter, Changes.parked(parking))
                .doOnNext(mine -> count(mine, JourneyMeters::failed));
    }

    @Override
    public Mono<Boolean> place(JourneyRecord read, Resumption resumption, AuditEntry audit) {
        var journey = read.journey();
        var unchanged = and(
                eq("_id", journey.id().value()),
                eq("state", journey.state().key()),
                eq("run", journey.run()),
                journey.instance() == null ? exists("instance", false) : eq("instance", journey.instance()));
        return trailed(
                        read,
                        resumption.progress().lines(),
                        unchanged,
                        combine(Changes.placed(resumption, clock.instant()), AuditTrail.push(audit)))
                .doOnNext(mine -> count(mine, resumption.progress()));
    }

    private static void count(boolean mine, Progress progress) {
        count(mine && progress.end() != null, JourneyMeters::finished);
    }

    private static void count(boolean mine, Runnable counter) {
        if (mine) {
            counter.run();
        }
    }

    @Override
    public Mono<Boolean> markSent(Job job) {
        return update(and(bound(job), eq("state", State.RUNNING.key())), set("sent", true));
    }

    /** Moves lines to the archive when there will be too many, then updates if no line was added since the read. */
    private Mono<Boolean> trailed(JourneyRecord read, List<TrailEntry> lines, Bson filter, Bson change) {
        return archive.makeRoom(read, lines.size())
                .then(Mono.defer(() -> update(and(filter, eq("lines", read.lines())), change)));
    }

    private Mono<Boolean> update(Bson filter, Bson change) {
        return Mono.from(journeys().updateOne(filter, change)).map(result -> result.getMatchedCount() == 1);
    }

    /** Running, bound to the job's instance in the job's run, and the job not recorded. */
    private static Bson open(Job job) {
        return and(bound(job), eq("state", State.RUNNING.key()), unrecorded(job));
    }

    private static Bson bound(Job job) {
        return and(eq("_id", job.journey().value()), eq("instance", job.instance()), eq("run", job.run()));
    }

    private static Bson unrecorded(Job job) {
        return ne("visits.key", job.key());
    }

    private static Bson starting(JourneyRecord read) {
        return and(
                eq("_id", read.journey().id().value()),
                eq("state", State.STARTING.key()),
                eq("run", read.journey().run()));
    }

    private MongoCollection<Document> journeys() {
        return mongo.collection(JourneyCollections.JOURNEYS);
    }
}
