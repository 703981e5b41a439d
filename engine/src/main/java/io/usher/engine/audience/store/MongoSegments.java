package io.usher.engine.audience.store;

import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.audience.Segment;
import io.usher.engine.audience.Segments;
import io.usher.engine.audience.internal.SegmentStore;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.mongo.AuditTrail;
import io.usher.engine.platform.mongo.Keyset;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.Actor;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkspaceId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** {@code segments} (_id = workspace:key) and {@code segmentMembers} (_id = workspace:key:contact). */
@Component
class MongoSegments implements Segments, SegmentStore {

    /** Absent until a first change. */
    private static final String REVISION = "rev";

    private static final Keyset<Segment> BY_KEY = Keyset.<Segment>rising().text("key", Segment::key);

    private final Mongo mongo;
    private final AuditTrail trail;
    private final Clock clock;

    MongoSegments(Mongo mongo, AuditTrail trail, Clock clock) {
        this.mongo = mongo;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public Mono<Segment> find(WorkspaceId workspace, String key) {
        return Mono.from(segments().find(Filters.eq("_id", id(workspace, key))).first())
                .map(MongoSegments::segment);
    }

    @Override
    public Mono<List<Segment>> findAll(WorkspaceId workspace, Collection<String> keys) {
        if (keys.isEmpty()) {
            return Mono.just(List.of());
        }
        var ids = keys.stream().map(key -> id(workspace, key)).toList();
        return Flux.from(segments().find(Filters.in("_id", ids)))
                .map(MongoSegments::segment)
                .collectList();
    }

    @Override
    public Mono<Boolean> make(Segment segment, Actor actor) {
        var made =
                AuditEntry.of(segment.workspace(), segment.createdAt(), actor, "segment.made", segment.key(), Map.of());
        var document = new Document("_id", id(segment.workspace(), segment.key()))
                .append("workspace", segment.workspace().value())
                .append("key", segment.key())
                .append("name", segment.name())
                .append("createdAt", Date.from(segment.createdAt()));
        return Mono.from(segments().insertOne(AuditTrail.begin(document, made)))
                .map(inserted -> true)
                .onErrorResume(Failures::duplicateKey, taken -> Mono.just(false));
    }

    @Override
    public Mono<Segment> rename(Segment now, String name, Actor actor) {
        var asRead = Filters.and(
                Filters.eq("_id", id(now.workspace(), now.key())),
                Filters.eq(REVISION, now.revision() == 0 ? null : (Object) now.revision()));
        var renamed = AuditEntry.of(now.workspace(), clock.instant(), actor, "segment.renamed", now.key(), Map.of());
        var update = Updates.combine(
                Updates.set("name", name), Updates.set(REVISION, now.revision() + 1), AuditTrail.push(renamed));
        var after = new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);
        return Mono.from(segments().findOneAndUpdate(asRead, update, after)).map(MongoSegments::segment);
    }

    @Override
    public Mono<Page<Segment>> list(WorkspaceId workspace, PageRequest page) {
        return BY_KEY.read(
                segments()::find, List.of(Filters.eq("workspace", workspace.value())), page, MongoSegments::segment);
    }

    @Override
    public Mono<List<String>> keys(WorkspaceId workspace) {
        return Flux.from(segments()
                        .find(Filters.eq("workspace", workspace.value()))
                        .projection(Projections.include("key")))
                .map(each -> each.getString("key"))
                .collectList();
    }

    @Override
    public Mono<Boolean> add(WorkspaceId workspace, String key, ContactId contact, String source) {
        return inOnce(workspace, key, contact, once(workspace, key, contact, source));
    }

    @Override
    public Mono<Boolean> add(Placing placing, String source) {
        var once = once(placing.workspace(), placing.segment(), placing.contact(), source);
        var audited = Updates.combine(once, AuditTrail.pushOnInsert(entry(placing, "member-added")));
        return inOnce(placing.workspace(), placing.segment(), placing.contact(), audited);
    }

    @Override
    public Mono<Boolean> remove(Placing placing) {
        var member = isMember(placing.workspace(), placing.segment(), placing.contact());
        return existing(placing.workspace(), placing.segment())
                .flatMap(
                        segment -> trail.delete(AudienceCollections.MEMBERS, member, entry(placing, "member-removed")));
    }

    private AuditEntry entry(Placing placing, String action) {
        return AuditEntry.of(
                placing.workspace(),
                clock.instant(),
                placing.actor(),
                "segment." + action,
                placing.segment(),
                Map.of("contact", placing.contact().value()));
    }

    private Bson once(WorkspaceId workspace, String key, ContactId contact, String source) {
        return Updates.combine(
                Updates.setOnInsert("workspace", workspace.value()),
                Updates.setOnInsert("segment", key),
                Updates.setOnInsert("contact", contact.value()),
                Updates.setOnInsert("source", source),
                Updates.setOnInsert("addedAt", Date.from(clock.instant())));
    }

    private Mono<Boolean> add(WorkspaceId workspace, String key, ContactId contact, Bson once) {
        return existing(workspace, key)
                .flatMap(segment -> Mono.from(members()
                                .updateOne(isMember(workspace, key, contact), once, new UpdateOptions().upsert(true)))
                        .retryWhen(Retry.max(1).filter(Failures::duplicateKey)))
                .map(result -> result.getUpsertedId() != null);
    }

    /** A member who is about to go stands where a new one would. */
    private Mono<Boolean> inOnce(WorkspaceId workspace, String key, ContactId contact, Bson once) {
        return add(workspace, key, contact, once)
                .flatMap(added -> added
                        ? Mono.just(true)
                        : trail.finish(AudienceCollections.MEMBERS, isMember(workspace, key, contact))
                                .flatMap(gone -> gone ? add(workspace, key, contact, once) : Mono.just(false)));
    }

    @Override
    public Mono<Boolean> remove(WorkspaceId workspace, String key, ContactId contact) {
        return existing(workspace, key)
                .flatMap(segment -> trail.deleteUntold(AudienceCollections.MEMBERS, isMember(workspace, key, contact)));
    }

    @Override
    public Mono<Optional<Instant>> memberSince(WorkspaceId workspace, String key, ContactId contact) {
        return Mono.from(members()
                        .find(AuditTrail.staying(isMember(workspace, key, contact)))
                        .first())
                .map(member -> Optional.of(member.getDate("addedAt").toInstant()))
                .defaultIfEmpty(Optional.empty());
    }

    @Override
    public Mono<Page<Member>> members(WorkspaceId workspace, String key, PageRequest page) {
        return Keyset.<Member>falling()
                .time("addedAt", Member::addedAt)
                .text("_id", member -> memberId(workspace, key, member.contact()))
                .read(members()::find, List.of(ofSegment(workspace, key)), page, MongoSegments::member);
    }

    @Override
    public Mono<Long> count(WorkspaceId workspace, String key, int limit) {
        return Mono.from(members().countDocuments(ofSegment(workspace, key), new CountOptions().limit(limit)));
    }

    @Override
    public Mono<Set<String>> of(WorkspaceId workspace, ContactId contact) {
        var mine = Filters.and(Filters.eq("workspace", workspace.value()), Filters.eq("contact", contact.value()));
        return Flux.from(members().find(mine).projection(Projections.include("segment")))
                .map(each -> each.getString("segment"))
                .collect(Collectors.toSet());
    }

    private Mono<Segment> existing(WorkspaceId workspace, String key) {
        return find(workspace, key).switchIfEmpty(Mono.error(() -> Problems.notFound("segment", key)));
    }

    private static Segment segment(Document document) {
        return new Segment(
                document.getString("key"),
                new WorkspaceId(document.getString("workspace")),
                document.getString("name"),
                document.getDate("createdAt").toInstant(),
                document.get(REVISION) instanceof Number revision ? revision.longValue() : 0);
    }

    private static Member member(Document document) {
        return new Member(
                new ContactId(document.getString("contact")),
                document.getString("source"),
                document.getDate("addedAt").toInstant());
    }

    private static Bson ofSegment(WorkspaceId workspace, String key) {
        return Filters.and(Filters.eq("workspace", workspace.value()), Filters.eq("segment", key));
    }

    private static Bson isMember(WorkspaceId workspace, String key, ContactId contact) {
        return Filters.eq("_id", memberId(workspace, key, contact));
    }

    private static String id(WorkspaceId workspace, String key) {
        return workspace.value() + ":" + key;
    }

    private static String memberId(WorkspaceId workspace, String key, ContactId contact) {
        return id(workspace, key) + ":" + contact.value();
    }

    private MongoCollection<Document> segments() {
        return mongo.collection(AudienceCollections.SEGMENTS);
    }

    private MongoCollection<Document> members() {
        return mongo.collection(AudienceCollections.MEMBERS);
    }
}
