package io.usher.engine.message.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.message.Message;
import io.usher.engine.message.Message.Entry;
import io.usher.engine.message.Message.State;
import io.usher.engine.message.MessageHistory;
import io.usher.engine.message.internal.Due;
import io.usher.engine.message.internal.Due.Queue;
import io.usher.engine.message.internal.MessageMeters;
import io.usher.engine.message.internal.Outbox;
import io.usher.engine.message.internal.OutboxLook;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.platform.mongo.AuditTrail;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.MessageId;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code messages}: _id, workspace, origin, what lists show, state, history, {@code body} (the id of what it says); {@code due}
 * {connection, kind, at} only while a sender or the sweeper has to look at it: {@code at} (real time) is when it is to be sent, and
 * while it is held by a {@code token}, when the lease ends. Engines of before had {@code nextLook} in place of it, and the content
 * here.
 */
@Component
class MongoOutbox implements Outbox, OutboxLook {

    private static final int KEPT_ENTRIES = 50;
    /** More than an engine has places for: so many may be gone to others before it has to look again. */
    private static final int LOOKED_AT = 16;

    private static final int CLAIMS = 10;
    private static final FindOneAndUpdateOptions AFTER =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private static final String FORMER_DUE = "nextLook";
    private static final String FORMER_QUEUE = "former";

    private final MongoCollection<Document> messages;
    private final MessageBodies bodies;
    private final RealTime time;
    private final CrashPoints crash;

    @Autowired
    MongoOutbox(Mongo mongo, RealTime time, CrashPoints crash) {
        this(mongo.collection(MessageCollections.MESSAGES), mongo.collection(MessageCollections.BODIES), time, crash);
    }

    /** An outbox of its own, which no running engine delivers from. */
    MongoOutbox(
            MongoCollection<Document> messages, MongoCollection<Document> bodies, RealTime time, CrashPoints crash) {
        this.crash = crash;
        this.messages = messages;
        this.bodies = new MessageBodies(bodies, messages);
        this.time = time;
    }

    @Override
    public Mono<Void> insert(Message message, Due due) {
        var content = Objects.requireNonNull(message.content(), "A message is made with its content");
        return bodies.keep(message.id(), content, time.now())
                .doOnNext(body -> crash.reached("message-after-body"))
                .flatMap(body -> insert(message, body, due));
    }

    private Mono<Void> insert(Message message, String body, Due due) {
        var document = MessageDocuments.document(message, body, message.state() == State.WAITING ? due : null);
        return Mono.from(messages.insertOne(document))
                .doOnNext(made -> MessageMeters.came(message.state(), 1))
                .then()
                .onErrorResume(Failures::duplicateKey, stored -> Mono.fromRunnable(MessageMeters::madeAgain));
    }

    @Override
    public Flux<String> connections(String after, int most) {
        return next(after).expand(this::next).take(most);
    }

    /** One entry of the index, whatever waits behind it. */
    private Mono<String> next(String after) {
        return Mono.from(messages.find(and(state(State.WAITING), gt("due.connection", after)))
                        .projection(Projections.include("due.connection"))
                        .sort(Sorts.ascending("due.connection", "due.kind", "due.at"))
                        .limit(1))
                .map(found -> found.get("due", Document.class).getString("connection"));
    }

    @Override
    public Flux<Message> take(String token, Due.Queue queue, int most, Instant now, Instant leaseUntil) {
        var free = and(
                state(State.WAITING),
                eq("due.connection", queue.connection()),
                eq("due.kind", queue.kind().key()),
                lte("due.at", Date.from(now)));
        var mine = combine(set("token", token), set("due.at", Date.from(leaseUntil)), unset(FORMER_DUE));
        return take(free, mine, most, CLAIMS);
    }

    private Flux<Message> take(Bson free, Bson mine, int most, int tries) {
        return oldest(free)
                .flatMapMany(found -> found.isEmpty() || tries == 0
                        ? Flux.empty()
                        : claim(found, mine, most).switchIfEmpty(Flux.defer(() -> take(free, mine, most, tries - 1))));
    }

    private Mono<List<Document>> oldest(Bson free) {
        return Flux.from(messages.find(free)
                        .projection(Projections.include("due.at"))
                        .sort(Sorts.ascending("due.at"))
                        .limit(LOOKED_AT))
                .collectList();
    }

    /** The first of these that are still as they were read; nothing when others were faster with all of them. */
    private Flux<Message> claim(List<Document> found, Bson mine, int most) {
        return Flux.fromIterable(found)
                .concatMap(each -> messages.findOneAndUpdate(asRead(each), mine, AFTER), 1)
                .take(most)
                .concatMap(this::whole, 1);
    }

    /** With what it says, from where it stands. */
    private Mono<Message> whole(Document document) {
        var former = MessageDocuments.formerContent(document);
        var body = document.getString("body");
        var content = former != null || body == null ? Mono.justOrEmpty(former) : bodies.find(body);
        return content.map(said -> MessageDocuments.message(document, said))
                .switchIfEmpty(Mono.fromSupplier(() -> MessageDocuments.message(document)));
    }

    @Override
    public Mono<Long> adopt(Instant now, int most) {
        var former = and(state(State.WAITING), lte(FORMER_DUE, Date.from(now)), exists("due", false));
        return Flux.from(messages.find(former)
                        .projection(Projections.include(FORMER_DUE, "kind"))
                        .limit(most))
                .concatMap(found -> messages.updateOne(
                        and(
                                eq("_id", found.get("_id")),
                                state(State.WAITING),
                                eq(FORMER_DUE, found.get(FORMER_DUE)),
                                exists("due", false)),
                        combine(set("due", formerDue(found)), unset(FORMER_DUE))))
                .map(result -> result.getModifiedCount())
                .reduce(0L, Long::sum);
    }

    /** Which connection it takes is chosen when it is handed over. */
    private static Document formerDue(Document found) {
        var queue = new Queue(FORMER_QUEUE, MessageDocuments.kind(found.getString("kind")));
        return MessageDocuments.due(new Due(queue, found.getDate(FORMER_DUE).toInstant()));
    }

    private static Bson asRead(Document message) {
        var at = message.get("due", Document.class).getDate("at");
        return and(eq("_id", message.get("_id")), state(State.WAITING), eq("due.at", at));
    }

    @Override
    public Mono<Boolean> begin(MessageId id, String token, Entry entry, Instant leaseUntil) {
        return changed(
                        held(id, token, Set.of(State.WAITING)),
                        combine(to(entry), inc("attempts", 1), set("due.at", Date.from(leaseUntil))))
                .doOnNext(mine -> MessageMeters.came(entry.state(), mine ? 1 : 0));
    }

    @Override
    public Mono<Boolean> settle(MessageId id, String token, Set<State> from, Entry entry) {
        return changed(held(id, token, from), combine(to(entry), unset("due"), unset(FORMER_DUE)))
                .doOnNext(mine -> MessageMeters.came(entry.state(), mine ? 1 : 0));
    }

    @Override
    public Mono<Boolean> postpone(MessageId id, String token, Entry entry, Instant until) {
        return changed(
                        held(id, token, Set.of(State.HANDING_OVER, State.WAITING)),
                        combine(to(entry), unset("token"), set("due.at", Date.from(until))))
                .doOnNext(mine -> MessageMeters.came(entry.state(), mine ? 1 : 0));
    }

    @Override
    public Mono<Long> expire(Instant now, Entry entry) {
        var end = Date.from(now);
        // an engine of before, which holds a message or took it back, prolongs only its own time
        var ended =
                and(state(State.HANDING_OVER), lte("due.at", end), or(exists(FORMER_DUE, false), lte(FORMER_DUE, end)));
        var formerEnded = and(state(State.HANDING_OVER), lte(FORMER_DUE, end), exists("due", false));
        return expire(ended, entry)
                .zipWhen(count -> expire(formerEnded, entry), Long::sum)
                .doOnNext(count -> MessageMeters.came(entry.state(), count));
    }

    private Mono<Long> expire(Bson ended, Entry entry) {
        return ids(ended).flatMap(ids -> changedEach(ids, ended, combine(to(entry), unset("due"), unset(FORMER_DUE))));
    }

    @Override
    public Mono<Long> withdraw(JourneyId journey, Entry withdrawn, Entry uncertain) {
        return ids(and(eq("journey", journey.value()), open())).flatMap(ids -> withdraw(ids, withdrawn, uncertain));
    }

    @Override
    public Mono<Boolean> withdraw(MessageId id, Entry withdrawn, Entry uncertain) {
        return withdraw(List.of(id.value()), withdrawn, uncertain).map(count -> count > 0);
    }

    private Mono<Long> withdraw(List<String> ids, Entry withdrawn, Entry uncertain) {
        return leave(ids, and(open(), eq("mayHaveGoneOut", false)), withdrawn)
                .zipWith(leave(ids, and(open(), eq("mayHaveGoneOut", true)), uncertain), Long::sum);
    }

    private Mono<Long> leave(List<String> ids, Bson which, Entry entry) {
        return changedEach(ids, which, gone(entry)).doOnNext(count -> MessageMeters.came(entry.state(), count));
    }

    private static Bson open() {
        return in("state", State.WAITING.key(), State.HELD.key());
    }

    @Override
    public Mono<Long> waiting(int most) {
        return Mono.from(messages.countDocuments(state(State.WAITING), new CountOptions().limit(most)));
    }

    @Override
    public Mono<Instant> firstWaiting() {
        return Mono.from(messages.find(state(State.WAITING))
                        .projection(Projections.include("createdAt"))
                        .sort(Sorts.ascending("due.at"))
                        .limit(1))
                .map(found -> found.getDate("createdAt").toInstant());
    }

    private static Bson gone(Entry entry) {
        return combine(to(entry), unset("token"), unset("due"), unset(FORMER_DUE));
    }

    @Override
    public Mono<Message> again(Message read, Entry entry, AuditEntry audit, Due due) {
        var from = read.state();
        var update = combine(to(entry), unset("token"), set("due", MessageDocuments.due(due)), AuditTrail.push(audit));
        if (from == State.UNCERTAIN) {
            update = combine(update, set("mayHaveGoneOut", true));
        }
        return Mono.from(messages.findOneAndUpdate(and(one(read.workspace(), read.id()), state(from)), update, AFTER))
                .doOnNext(again -> MessageMeters.came(entry.state(), 1))
                .flatMap(this::whole);
    }

    @Override
    public Mono<Message> find(WorkspaceId workspace, MessageId id) {
        return Mono.from(messages.find(one(workspace, id)).first()).flatMap(this::whole);
    }

    @Override
    public Mono<Page<Message>> list(WorkspaceId workspace, MessageHistory.Query query, PageRequest page) {
        return MessageList.read(messages, workspace, query, page);
    }

    @Override
    public Flux<Message> ofJourney(WorkspaceId workspace, JourneyId journey) {
        return MessageList.ofJourney(messages, workspace, journey);
    }

    private Mono<Boolean> changed(Bson filter, Bson update) {
        return Mono.from(messages.updateOne(filter, update)).map(result -> result.getModifiedCount() == 1);
    }

    private Mono<List<String>> ids(Bson filter) {
        return Flux.from(messages.find(filter).projection(Projections.include("_id")))
                .map(each -> each.getString("_id"))
                .collectList();
    }

    /** Of these those that are still so. */
    private Mono<Long> changedEach(List<String> ids, Bson still, Bson update) {
        var writes = ids.stream()
                .map(id -> new UpdateOneModel<Document>(and(eq("_id", id), still), update))
                .toList();
        return writes.isEmpty()
                ? Mono.just(0L)
                : Mono.from(messages.bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                        .map(result -> (long) result.getModifiedCount());
    }

    private static Bson one(WorkspaceId workspace, MessageId id) {
        return and(eq("_id", id.value()), eq("workspace", workspace.value()));
    }

    private static Bson held(MessageId id, String token, Set<State> states) {
        return and(
                eq("_id", id.value()),
                eq("token", token),
                in("state", states.stream().map(State::key).toList()));
    }

    private static Bson state(State state) {
        return eq("state", state.key());
    }

    private static Bson to(Entry entry) {
        return combine(
                set("state", entry.state().key()),
                pushEach("history", List.of(MessageDocuments.entry(entry)), new PushOptions().slice(-KEPT_ENTRIES)));
    }
}
