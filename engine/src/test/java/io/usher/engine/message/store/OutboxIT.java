package io.usher.engine.message.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.contact.Channel;
import io.usher.engine.message.Message;
import io.usher.engine.message.Message.Body;
import io.usher.engine.message.Message.Entry;
import io.usher.engine.message.Message.State;
import io.usher.engine.message.MessageHistory;
import io.usher.engine.message.NewMessage;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.Actor;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.MessageId;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.testing.EngineIT;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.Document;
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
    private static final JourneyId JOURNEY = new JourneyId("j1");

    @Autowired
    Mongo mongo;

    private MongoCollection<Document> messages;
    private MongoOutbox outbox;

    @BeforeEach
    void prepare() {
        messages = mongo.database().getCollection("messages_" + Ids.random());
        outbox = new MongoOutbox(messages);
        for (var index : new MessageCollections().collections().getFirst().indexes()) {
            Async.await(Mono.from(messages.createIndex(index.keys(), new IndexOptions())));
        }
    }

    @AfterEach
    void drop() {
        Async.await(Mono.from(messages.drop()));
    }

    @Test
    void shouldStoreAMessageOnce() {
        store("m1", 0);
        store("m1", 5);

        assertThat(Async.all(outbox.ofJourney(WORKSPACE, JOURNEY))).hasSize(1);
        assertThat(message("m1").body()).isEqualTo(new Body("<p>Hi</p>", "Hi"));
    }

    @Test
    void shouldGiveAMessageToOneOfManySenders() {
        store("m1", 0);

        var taken = Async.all(Flux.range(0, 20).flatMap(i -> outbox.take("t" + i, 1, NOW, LEASE_END), 20));

        assertThat(taken).hasSize(1);
    }

    @Test
    void shouldGiveEachOfManySendersAMessageOfItsOwn() {
        // given: more senders than messages that one look finds
        IntStream.range(0, 20).forEach(i -> store("m" + i, 0));

        // when
        var taken = Async.all(Flux.range(0, 20).flatMap(i -> outbox.take("t" + i, 1, NOW, LEASE_END), 20));

        // then
        assertThat(taken).extracting(Message::id).doesNotHaveDuplicates().hasSize(20);
    }

    @Test
    void shouldGiveASenderAsManyMessagesAsItHasPlacesForTheOldestFirst() {
        IntStream.range(0, 6).forEach(i -> store("m" + i, i - 10));

        assertThat(Async.all(outbox.take("a", 4, NOW, LEASE_END)))
                .extracting(message -> message.id().value())
                .containsExactly("m0", "m1", "m2", "m3");
        assertThat(Async.all(outbox.take("b", 4, NOW, LEASE_END)))
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

        assertThat(Async.all(outbox.take("quick", 1, LEASE_END, LEASE_END.plusSeconds(180))))
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
        var again = Async.await(outbox.again(uncertain, entry(State.WAITING), audit, NOW));

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
        assertThat(Async.all(outbox.take("other", 1, NOW.plusSeconds(30), LEASE_END)))
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
    void shouldPageNewestFirstByEachFilter() {
        IntStream.range(0, 5).forEach(i -> store("m" + i, 0));
        var query = new MessageHistory.Query(List.of(new ContactId("c1")), null, null, State.WAITING);

        var first = Async.await(outbox.list(WORKSPACE, query, new PageRequest(null, 3)));
        var second = Async.await(outbox.list(WORKSPACE, query, new PageRequest(first.next(), 3)));

        assertThat(first.items()).extracting(each -> each.id().value()).containsExactly("m4", "m3", "m2");
        assertThat(second.items()).extracting(each -> each.id().value()).containsExactly("m1", "m0");
        assertThat(second.next()).isNull();
        assertThat(first.items()).allMatch(each -> each.body() == null);
        var elsewhere = new MessageHistory.Query(null, new WorkflowId("other"), null, null);
        assertThat(Async.await(outbox.list(WORKSPACE, elsewhere, new PageRequest(null, 3)))
                        .items())
                .isEmpty();
    }

    private void store(String id, int secondsFromNow) {
        var entry = entry(State.WAITING);
        var origin = new NewMessage.Origin(JOURNEY, new WorkflowId("f1"), "Flow", 1, "Send_1", 1);
        var message = new Message(
                new MessageId(id),
                WORKSPACE,
                Channel.EMAIL,
                NewMessage.Kind.TRANSACTIONAL,
                new ContactId("c1"),
                origin,
                "eva@usher.test",
                null,
                null,
                "Hello",
                new Body("<p>Hi</p>", "Hi"),
                NOW,
                entry,
                0,
                false,
                List.of(entry));
        Async.await(outbox.insert(message, NOW.plusSeconds(secondsFromNow)));
    }

    private void handingOver(String id, String token) {
        store(id, 0);
        take(token);
        assertThat(begin(id, token)).isTrue();
    }

    private String take(String token) {
        var message = Async.await(outbox.take(token, 1, NOW, LEASE_END).next());
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
        return new Entry(state, NOW, "test", "Test");
    }
}
