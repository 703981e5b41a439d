package io.usher.engine.job.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.job.Job;
import io.usher.engine.job.Job.Result;
import io.usher.engine.job.JobKind.Worked;
import io.usher.engine.job.JobState;
import io.usher.engine.job.internal.Held;
import io.usher.engine.job.internal.JobStore;
import io.usher.engine.platform.mongo.AuditTrail;
import io.usher.engine.platform.mongo.Keyset;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code jobs}. One that has not ended has {@code due}: when it is looked at next, which for one that is held is the end of the hold;
 * one that has ended has {@code cleanAt} in its place.
 */
@Component
class MongoJobs implements JobStore {

    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
    private static final Keyset<Job> LATEST_FIRST = Keyset.<Job>falling()
            .time("createdAt", job -> job.times().createdAt())
            .text("_id", Job::id);
    private static final int LOOKED_AT = 20;
    private static final int CLAIMS = 3;

    private final MongoCollection<Document> jobs;
    private final AuditTrail trail;

    MongoJobs(Mongo mongo, AuditTrail trail) {
        this.jobs = mongo.collection(JobCollections.JOBS);
        this.trail = trail;
    }

    @Override
    public Mono<Void> insert(Job job, Instant due, AuditEntry started) {
        return Mono.from(jobs.insertOne(AuditTrail.begin(JobDocuments.of(job, due), started)))
                .then();
    }

    @Override
    public Mono<Job> find(WorkspaceId workspace, String id) {
        return Mono.from(jobs.find(one(workspace, id)).first()).map(JobDocuments::job);
    }

    @Override
    public Mono<Page<Job>> list(WorkspaceId workspace, Query query, PageRequest page) {
        var filters = new ArrayList<Bson>();
        filters.add(eq("workspace", workspace.value()));
        if (query.kind() != null) {
            filters.add(eq("kind", query.kind()));
        }
        if (query.state() != null) {
            filters.add(eq("state", query.state().key()));
        }
        return LATEST_FIRST.read(jobs::find, filters, page, JobDocuments::job);
    }

    @Override
    public Mono<Long> open(WorkspaceId workspace, int most) {
        return Mono.from(
                jobs.countDocuments(and(eq("workspace", workspace.value()), open()), new CountOptions().limit(most)));
    }

    @Override
    public Mono<Held> take(Collection<String> kinds, String token, Hold hold) {
        return take(kinds, token, hold, CLAIMS);
    }

    private Mono<Held> take(Collection<String> kinds, String token, Hold hold, int claims) {
        var due = and(lte("due", Date.from(hold.now())), in("kind", kinds));
        var found = Flux.from(jobs.find(due)
                        .projection(Projections.include("due"))
                        .sort(Sorts.ascending("due"))
                        .limit(LOOKED_AT))
                .collectList();
        return found.flatMap(each -> each.isEmpty() || claims == 0
                ? Mono.empty()
                : claim(each, token, hold).switchIfEmpty(Mono.defer(() -> take(kinds, token, hold, claims - 1))));
    }

    /** The first of these that is still as it was read; empty when others were faster with all of them. */
    private Mono<Held> claim(List<Document> found, String token, Hold hold) {
        var mine = combine(
                set("state", JobState.WORKING.key()),
                set("token", token),
                set("due", Date.from(hold.until())),
                inc("tries", 1));
        return Flux.fromIterable(found)
                .concatMap(
                        each -> jobs.findOneAndUpdate(
                                and(eq("_id", each.get("_id")), eq("due", each.get("due"))), mine, AFTER),
                        1)
                .next()
                .flatMap(job -> job.getDate("startedAt") == null ? begun(job, hold) : Mono.just(job))
                .map(JobDocuments::held);
    }

    private Mono<Document> begun(Document job, Hold hold) {
        var first = and(eq("_id", job.get("_id")), exists("startedAt", false));
        return Mono.from(jobs.findOneAndUpdate(first, set("startedAt", Date.from(hold.at())), AFTER))
                .defaultIfEmpty(job);
    }

    @Override
    public Mono<Held> advance(Held held, Worked page, Duration took, Instant until) {
        var update = combine(kept(page, took), set("cursor", page.next()), set("due", Date.from(until)));
        return Mono.from(jobs.findOneAndUpdate(mine(held), update, AFTER)).map(JobDocuments::held);
    }

    @Override
    public Mono<Boolean> finish(Held held, Worked page, Duration took, @Nullable Result result, End end) {
        var total = held.job().progress().done() + page.done();
        var update = new ArrayList<Bson>(List.of(kept(page, took), ended(end), set("total", total), unset("cursor")));
        if (result != null) {
            update.add(set("result", JobDocuments.of(result)));
        }
        return changed(mine(held), combine(update));
    }

    private static Bson kept(Worked page, Duration took) {
        var updates = new ArrayList<Bson>();
        updates.add(inc("page", 1));
        updates.add(inc("done", page.done()));
        updates.add(inc("worked", took.toMillis()));
        updates.add(inc("bytes", (long) page.output().length));
        updates.add(set("tries", 0));
        updates.add(unset("reason"));
        page.counts().forEach((name, count) -> updates.add(inc("counts." + name, count)));
        return combine(updates);
    }

    @Override
    public Mono<Boolean> release(Held held, int tries, @Nullable String reason, Instant due) {
        return changed(
                mine(held),
                combine(
                        set("state", JobState.WAITING.key()),
                        set("tries", tries),
                        reason == null ? unset("reason") : set("reason", reason),
                        set("due", Date.from(due)),
                        unset("token")));
    }

    @Override
    public Mono<Boolean> fail(Held held, String reason, End end) {
        return changed(mine(held), combine(ended(end), set("reason", reason)));
    }

    @Override
    public Mono<Job> cancel(WorkspaceId workspace, String id, End end, AuditEntry cancelled) {
        var update = combine(ended(end), unset("reason"), AuditTrail.push(cancelled));
        return Mono.from(jobs.findOneAndUpdate(and(one(workspace, id), open()), update, AFTER))
                .map(JobDocuments::job);
    }

    private static Bson ended(End end) {
        return combine(
                set("state", end.state().key()),
                set("endedAt", Date.from(end.at())),
                set("cleanAt", Date.from(end.cleanAt())),
                unset("due"),
                unset("token"));
    }

    @Override
    public Mono<Job> dropResult(WorkspaceId workspace, String id, Instant at, AuditEntry dropped) {
        var update = combine(unset("result"), set("cleanAt", Date.from(at)), AuditTrail.push(dropped));
        return Mono.from(jobs.findOneAndUpdate(and(one(workspace, id), exists("result")), update, AFTER))
                .map(JobDocuments::job);
    }

    @Override
    public Mono<List<Old>> old(Instant now, int most) {
        return Flux.from(jobs.find(lte("cleanAt", Date.from(now)))
                        .sort(Sorts.ascending("cleanAt"))
                        .limit(most))
                .map(JobDocuments::old)
                .collectList();
    }

    @Override
    public Mono<Void> cleaned(String id, Instant next) {
        var update = combine(set("cleaned", true), set("cleanAt", Date.from(next)), unset("result"));
        return Mono.from(jobs.updateOne(eq("_id", id), update)).then();
    }

    @Override
    public Mono<Void> delete(String id) {
        return trail.deleteUntold(JobCollections.JOBS, eq("_id", id)).then();
    }

    @Override
    public Mono<Waiting> waiting(Instant now, int most) {
        var due = lte("due", Date.from(now));
        var first = Mono.from(jobs.find(due)
                        .projection(Projections.include("due"))
                        .sort(Sorts.ascending("due"))
                        .first())
                .map(job -> job.getDate("due").toInstant());
        return Mono.from(jobs.countDocuments(due, new CountOptions().limit(most)))
                .flatMap(count -> first.map(since -> new Waiting(count, since)).defaultIfEmpty(new Waiting(0, null)));
    }

    private Mono<Boolean> changed(Bson filter, Bson update) {
        return Mono.from(jobs.updateOne(filter, update)).map(result -> result.getModifiedCount() == 1);
    }

    /** Held still, and at the same page. */
    private static Bson mine(Held held) {
        return and(eq("_id", held.job().id()), eq("token", held.token()), eq("page", held.page()));
    }

    private static Bson one(WorkspaceId workspace, String id) {
        return and(eq("_id", id), eq("workspace", workspace.value()));
    }

    private static Bson open() {
        return in("state", JobState.WAITING.key(), JobState.WORKING.key());
    }
}
