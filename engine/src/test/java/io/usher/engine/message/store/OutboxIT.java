package io.usher.engine.message.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.connectors.channel.Address;
import io.usher.connectors.channel.Email;
import io.usher.engine.message.Message;
import io.usher.engine.message.Message.Entry;
import io.usher.engine.message.Message.State;
import io.usher.engine.message.MessageHistory;
import io.usher.engine.message.NewMessage;
import io.usher.engine.message.NewMessage.Kind;
import io.usher.engine.message.internal.Due;
import io.usher.engine.message.internal.Due.Queue;
import io.usher.engine.platform.PlatformProperties;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.platform.words.Sentences;
import io.usher.engine.platform.words.Wording;
import io.usher.engine.shared.Actor;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.MessageId;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.testing.EngineIT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The states of messages in a collection of its own, so that the running engine delivers none of them. */
@EngineIT
class OutboxIT {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final Instant LEASE_END = NOW.plus(Duration.ofMinutes(3));
    private static final WorkspaceId WORKSPACE = new WorkspaceId("w1");
    private static final Queue QUEUE = new Queue("one", Kind.TRANSACTIONAL);
    private static final Email CONTENT = Email.of(null, "Hello", "<p>Hi</p>", "Hi");
    private static final JourneyId JOURNEY = new JourneyId("j1");

    @Autowired
    Mongo mongo;

    private MongoCollection<Document> messages;
    private MongoCollection<Document> bodies;
    private MongoCollection<Document> walks;
    private MongoOutbox outbox;
    private Instant realNow = NOW;

    @BeforeEach
    void prepare() {
        messages = collection("messages", 0);
        bodies = collection("messageBodies", 1);
        walks = mongo.database().getCollection("messageWalks_" + Ids.random());
        outbox = new MongoOutbox(
                messages,
                bodies,
                new RealTime() {
                    @Override
                    public Instant now() {
                        return realNow;
                    }
                },
                CrashPoints.of(new PlatformProperties("", "", null, false, null, Duration.ofSeconds(10), false)));
    }

    private MongoCollection<Document> collection(String name, int spec) {
        var collection = mongo.database().getCollection(name + "_" + Ids.random());
        for (var index : new MessageCollections().collections().get(spec).indexes()) {
            Async.await(Mono.from(collection.createIndex(index.keys(), new IndexOptions().sparse(index.sparse()))));
        }
        return collection;
    }

    @AfterEach
    void drop() {
        List.of(messages, bodies, walks).forEach(each -> Async.await(Mono.from(each.drop())));
    }

    @Test
    void shouldStoreAMessageOnce() {
        store("m1", 0);
        store("m1", 5);

        assertThat(Async.all(outbox.ofJourney(WORKSPACE, JOURNEY))).hasSize(1);
        assertThat(message("m1").content()).isEqualTo(CONTENT);
    }

    @Test
    void shouldGiveAMessageToOneOfManySenders() {
        store("m1", 0);

        var taken = Async.all(Flux.range(0, 20).flatMap(i -> outbox.take("t" + i, QUEUE, 1, NOW, LEASE_END), 20));

        assertThat(taken).hasSize(1);
    }

    @Test
    void shouldGiveEachOfManySendersAMessageOfItsOwn() {
        // given: more senders than messages that one look finds
        IntStream.range(0, 20).forEach(i -> store("m" + i, 0));

        // when
        var taken = Async.all(Flux.range(0, 20).flatMap(i -> outbox.take("t" + i, QUEUE, 1, NOW, LEASE_END), 20));

        // then
        assertThat(taken).extracting(Message::id).doesNotHaveDuplicates().hasSize(20);
    }

    @Test
    void shouldGiveASenderAsManyMessagesAsItHasPlacesForTheOldestFirst() {
        IntStream.range(0, 6).forEach(i -> store("m" + i, i - 10));

        assertThat(Async.all(outbox.take("a", QUEUE, 4, NOW, LEASE_END)))
                .extracting(message -> message.id().value())
                .containsExactly("m0", "m1", "m2", "m3");
        assertThat(Async.all(outbox.take("b", QUEUE, 4, NOW, LEASE_END)))
                .extracting(message -> message.id().value())
                .containsExactly("m4", "m5");
    }

    @Test
    void shouldTakeTheOneThatWaitedLongestAndNoneThatIsNotDue() {
        store("late", 60);
        store("second", -1);
        store("first", -2);

        assertThat(take("a")).isEqualTo("first");
        assertThat(take("b")).isEqualTo("second");
        assertThat(take("c")).isNull();
    }

    @Test
    void shouldGiveAMessageToAnotherSenderWhenTheLeaseEndsAndLeaveTheFirstOutside() {
        store("m1", 0);
        take("slow");

        assertThat(Async.all(outbox.take("quick", QUEUE, 1, LEASE_END, LEASE_END.plusSeconds(180))))
                .hasSize(1);

        assertThat(begin("m1", "slow")).isFalse();
        assertThat(begin("m1", "quick")).isTrue();
        assertThat(message("m1").attempts()).isEqualTo(1);
    }

    @Test
    void shouldBecomeUncertainWhenASenderDiesAndBeCorrectedByItsLateAnswer() {
        handingOver("m1", "slow");

        assertThat(expire(LEASE_END.minusSeconds(1))).isZero();
        assertThat(expire(LEASE_END)).isEqualTo(1);
        assertThat(state("m1")).isEqualTo(State.UNCERTAIN);
        assertThat(take("other")).isNull();

        assertThat(settle("m1", "other", State.HANDED_OVER)).isFalse();
        assertThat(settle("m1", "slow", State.HANDED_OVER)).isTrue();
        assertThat(state("m1")).isEqualTo(State.HANDED_OVER);
        assertThat(message("m1").history())
                .extracting(Entry::state)
                .containsExactly(State.WAITING, State.HANDING_OVER, State.UNCERTAIN, State.HANDED_OVER);
    }

    @Test
    void shouldWithdrawAMessageThatASenderHasTakenButNotBegun() {
        store("m1", 0);
        take("sender");

        assertThat(withdraw()).isEqualTo(1);

        assertThat(begin("m1", "sender")).isFalse();
        assertThat(state("m1")).isEqualTo(State.WITHDRAWN);
        assertThat(withdraw()).isZero();
    }

    @Test
    void shouldNotWithdrawWhatIsBeingHandedOver() {
        handingOver("m1", "sender");

        assertThat(withdraw()).isZero();
        assertThat(settle("m1", "sender", State.HANDED_OVER)).isTrue();
    }

    @Test
    void shouldPutAMessageThatMayHaveGoneOutBackToUncertainOnAStop() {
        handingOver("m1", "sender");
        expire(LEASE_END);

        var uncertain = Async.await(outbox.find(WORKSPACE, new MessageId("m1")));
        var audit = AuditEntry.of(WORKSPACE, NOW, Actor.system("test"), "message.sent-again", "m1", Map.of());
        var again = Async.await(outbox.again(uncertain, entry(State.WAITING), audit, new Due(QUEUE, NOW)));

        assertThat(again.mayHaveGoneOut()).isTrue();
        assertThat(settle("m1", "sender", State.HANDED_OVER)).isFalse();
        assertThat(withdraw()).isEqualTo(1);
        assertThat(state("m1")).isEqualTo(State.UNCERTAIN);
    }

    @Test
    void shouldWaitAgainAfterAnAnswerThatSaysLater() {
        handingOver("m1", "sender");

        Async.await(outbox.postpone(new MessageId("m1"), "sender", entry(State.WAITING), NOW.plusSeconds(30)));

        assertThat(take("other")).isNull();
        assertThat(Async.all(outbox.take("other", QUEUE, 1, NOW.plusSeconds(30), LEASE_END)))
                .extracting(Message::attempts)
                .containsExactly(1);
    }

    @Test
    void shouldKeepTheLatestFiftyChanges() {
        handingOver("m1", "sender");
        for (int i = 0; i < 60; i++) {
            settle("m1", "sender", State.UNCERTAIN, State.HANDING_OVER, State.UNCERTAIN);
        }

        assertThat(message("m1").history()).hasSize(50);
    }

    @Test
    void shouldKeepWhatAMessageSaysApartAndCompressed() {
        store("m1", 0);

        var document = Async.value(Mono.from(messages.find(eq("_id", "m1")).first()));
        assertThat(document).doesNotContainKeys("html", "text", "nextLook").containsKeys("body", "due");
        var body = body(document);
        assertThat(body).containsEntry("_id", document.get("body")).containsEntry("type", "Email");
        assertThat(new String(body.get("data", Binary.class).getData(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Hi");
        // a change of state leaves it alone
        take("a");
        begin("m1", "a");
        settle("m1", "a", State.HANDED_OVER);
        assertThat(body(document)).isEqualTo(body);
        assertThat(message("m1").content()).isEqualTo(CONTENT);
    }

    @Test
    void shouldSweepOnlyWhatNoMessageNames() {
        // given: a message, and what a death left before the message was stored
        store("m1", 0);
        realNow = NOW.minusSeconds(60);
        var orphans = new MessageBodies(bodies, messages);
        Async.value(orphans.keep(new MessageId("m2"), CONTENT, realNow));
        Async.value(orphans.keep(new MessageId("m1"), Email.of(null, "Other", "<p>Other</p>", null), realNow));
        var walk = new MongoBodyWalk(orphans, walks);

        // when
        assertThat(Async.value(walk.sweep(NOW.minusSeconds(61)))).isFalse();
        assertThat(count(bodies)).isEqualTo(3);
        while (Async.value(walk.sweep(NOW))) {
            assertThat(count(bodies)).isLessThanOrEqualTo(3);
        }

        // then
        assertThat(count(bodies)).isEqualTo(1);
        assertThat(message("m1").content()).isEqualTo(CONTENT);
        // and it goes on behind: a later one is found, one that was stored again meanwhile is not deleted
        var kept = Async.value(orphans.keep(new MessageId("m3"), CONTENT, NOW.plusSeconds(1)));
        var page = Async.value(orphans.page(null, NOW.plusSeconds(5)));
        Async.value(orphans.keep(new MessageId("m3"), CONTENT, NOW.plusSeconds(2)));
        Async.value(orphans.sweep(page));
        assertThat(Async.await(orphans.find(kept))).isEqualTo(CONTENT);
    }

    @Test
    void shouldTellWhichConnectionsMessagesWaitFor() {
        store("m1", 0, new Queue("b", Kind.MARKETING));
        store("m2", 60, new Queue("a", Kind.TRANSACTIONAL));
        store("m3", 0, new Queue("b", Kind.TRANSACTIONAL));
        store("m4", 0, new Queue("c", Kind.MARKETING));

        assertThat(Async.all(outbox.connections("", 10))).containsExactly("a", "b", "c");
        assertThat(Async.all(outbox.connections("a", 10))).containsExactly("b", "c");
        assertThat(Async.all(outbox.connections("", 2))).containsExactly("a", "b");
        assertThat(Async.all(outbox.connections("c", 2))).isEmpty();
        assertThat(Async.all(outbox.take("t", new Queue("b", Kind.TRANSACTIONAL), 8, NOW, LEASE_END)))
                .extracting(message -> message.id().value())
                .containsExactly("m3");
    }

    @Test
    void shouldReadAndSendWhatAnEngineOfBeforeStored() {
        // given: as the version before stored it, one that waits and one that was held with a sentence
        Async.value(Mono.from(messages.insertOne(former("old", "waiting").append("nextLook", Date.from(NOW)))));
        Async.value(Mono.from(messages.insertOne(former("held", "held"))));

        // when
        assertThat(Async.value(outbox.adopt(NOW.minusSeconds(1), 10))).isZero();
        assertThat(Async.value(outbox.adopt(NOW, 10))).isEqualTo(1);
        assertThat(Async.value(outbox.adopt(NOW, 10))).isZero();
        assertThat(Async.value(Mono.from(messages.find(eq("_id", "old")).first())))
                .containsKey("due")
                .doesNotContainKey("nextLook");

        // then
        var queue = new Queue("former", Kind.TRANSACTIONAL);
        assertThat(Async.all(outbox.connections("", 10))).containsExactly("former");
        var taken = Async.all(outbox.take("new", queue, 8, NOW, LEASE_END));
        assertThat(taken)
                .singleElement()
                .extracting(Message::content)
                .isEqualTo(Email.of(new Address("shop@usher.test", null), "Hello", "<p>Hi</p>", "Hi"));
        assertThat(begin("old", "new")).isTrue();
        assertThat(settle("old", "new", State.HANDED_OVER)).isTrue();
        assertThat(Async.value(Mono.from(messages.find(eq("_id", "old")).first())))
                .doesNotContainKeys("nextLook", "due");
        var held = message("held").entry();
        assertThat(held.code()).isEqualTo("stored");
        assertThat(held.text(new Wording(new Sentences(), Locale.of("sv"), ZoneOffset.UTC, false)))
                .isEqualTo("Queued for sending");
    }

    @Test
    void shouldFindAHandOverOfAnEngineOfBeforeUncertainOnlyWhenItsOwnTimeHasEnded() {
        // given: one that it began, and one that it began after it was put into a queue
        var held = former("old", "handing-over").append("nextLook", Date.from(LEASE_END));
        var both = former("both", "handing-over")
                .append("nextLook", Date.from(LEASE_END))
                .append("due", MessageDocuments.due(new Due(QUEUE, NOW)));
        Async.value(Mono.from(messages.insertOne(held)));
        Async.value(Mono.from(messages.insertOne(both)));

        // then
        assertThat(Async.value(outbox.adopt(LEASE_END, 10))).isZero();
        assertThat(expire(NOW)).isZero();
        assertThat(expire(LEASE_END)).isEqualTo(2);
        assertThat(state("old")).isEqualTo(State.UNCERTAIN);
        assertThat(state("both")).isEqualTo(State.UNCERTAIN);
    }

    private static Document former(String id, String state) {
        return new Document("_id", id)
                .append("schemaVersion", 1)
                .append("workspace", WORKSPACE.value())
                .append("channel", "email")
                .append("kind", "transactional")
                .append("contact", "c1")
                .append("journey", JOURNEY.value())
                .append("workflow", "f1")
                .append("workflowName", "Flow")
                .append("version", 1)
                .append("block", "Send_1")
                .append("pass", 1)
                .append("to", "eva@usher.test")
                .append("from", "shop@usher.test")
                .append("fromName", null)
                .append("subject", "Hello")
                .append("createdAt", Date.from(NOW))
                .append("state", state)
                .append("attempts", 0)
                .append("mayHaveGoneOut", false)
                .append(
                        "history",
                        List.of(new Document("state", state)
                                .append("at", Date.from(NOW))
                                .append("code", "stored")
                                .append("text", "Queued for sending")))
                .append("html", "<p>Hi</p>")
                .append("text", "Hi");
    }

    private Document body(Document message) {
        return Async.value(
                Mono.from(bodies.find(eq("_id", message.getString("body"))).first()));
    }

    private static long count(MongoCollection<Document> collection) {
        return Async.value(Flux.from(collection.find(gte("at", new Date(0)))).count());
    }

    @Test
    void shouldPageNewestFirstByEachFilter() {
        IntStream.range(0, 5).forEach(i -> store("m" + i, 0));
        var query = new MessageHistory.Query(List.of(new ContactId("c1")), null, null, State.WAITING);

        var first = Async.await(outbox.list(WORKSPACE, query, new PageRequest(null, 3)));
        var second = Async.await(outbox.list(WORKSPACE, query, new PageRequest(first.next(), 3)));

        assertThat(first.items()).extracting(each -> each.id().value()).containsExactly("m4", "m3", "m2");
        assertThat(second.items()).extracting(each -> each.id().value()).containsExactly("m1", "m0");
        assertThat(second.next()).isNull();
        assertThat(first.items()).allMatch(each -> each.content() == null);
        var elsewhere = new MessageHistory.Query(null, new WorkflowId("other"), null, null);
        assertThat(Async.await(outbox.list(WORKSPACE, elsewhere, new PageRequest(null, 3)))
                        .items())
                .isEmpty();
    }

    private void store(String id, int secondsFromNow) {
        store(id, secondsFromNow, QUEUE);
    }

    private void store(String id, int secondsFromNow, Queue queue) {
        var message = Message.made(made(id, queue.kind(), CONTENT), entry(State.WAITING));
        Async.await(outbox.insert(message, new Due(queue, NOW.plusSeconds(secondsFromNow))));
    }

    private static NewMessage made(String id, Kind kind, Email content) {
        var origin = new NewMessage.Origin(JOURNEY, new WorkflowId("f1"), "Flow", 1, "Send_1", 1);
        return new NewMessage(
                new MessageId(id), WORKSPACE, kind, new ContactId("c1"), origin, "eva@usher.test", content);
    }

    private void handingOver(String id, String token) {
        store(id, 0);
        take(token);
        assertThat(begin(id, token)).isTrue();
    }

    private String take(String token) {
        var message = Async.await(outbox.take(token, QUEUE, 1, NOW, LEASE_END).next());
        return message == null ? null : message.id().value();
    }

    private boolean begin(String id, String token) {
        return Async.value(outbox.begin(new MessageId(id), token, entry(State.HANDING_OVER), LEASE_END));
    }

    private boolean settle(String id, String token, State to) {
        return settle(id, token, to, State.HANDING_OVER, State.UNCERTAIN);
    }

    private boolean settle(String id, String token, State to, State... from) {
        return Async.value(outbox.settle(new MessageId(id), token, Set.of(from), entry(to)));
    }

    private long expire(Instant now) {
        return Async.value(outbox.expire(now, entry(State.UNCERTAIN)));
    }

    private long withdraw() {
        return Async.value(outbox.withdraw(JOURNEY, entry(State.WITHDRAWN), entry(State.UNCERTAIN)));
    }

    private State state(String id) {
        return message(id).state();
    }

    private Message message(String id) {
        return Async.value(outbox.find(WORKSPACE, new MessageId(id)));
    }

    private static Entry entry(State state) {
        return new Entry(state, NOW, Reason.told("test", "Test"));
    }
}
