package io.usher.engine.contact.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.contact.Channel;
import io.usher.engine.contact.ConsentEntry;
import io.usher.engine.contact.ConsentWord;
import io.usher.engine.contact.ConsentWord.Evidence;
import io.usher.engine.contact.ConsentWord.Topic;
import io.usher.engine.contact.ConsentWord.When;
import io.usher.engine.contact.Purpose;
import io.usher.engine.contact.internal.ConsentLedgers.Place;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.Actor;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of ledgers must do. */
public abstract class ConsentLedgersContract {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00.123Z");

    private final WorkspaceId workspace = new WorkspaceId("w" + Ids.random());
    private final ContactId ada = new ContactId(Ids.random());
    private final ContactId bea = new ContactId(Ids.random());

    protected abstract ConsentLedgers ledgers();

    @Test
    void shouldGiveBackALedgerAsItWasWritten() {
        var entries = List.of(entry("b", Channel.SMS, false, 1), entry("a", null, true, 0));
        Async.value(ledgers().replace(List.of(ledger(ada, entries, 0))));

        var stored = Async.value(ledgers().load(List.of(ada, bea)));

        assertThat(stored).containsOnlyKeys(ada);
        assertThat(stored.get(ada)).isEqualTo(ledger(ada, entries, 1));
        assertThat(Async.value(ledgers().now(List.of(ada, bea))).get(ada))
                .isEqualTo(stored.get(ada).now());
    }

    @Test
    void shouldRefuseALedgerThatWasWrittenSinceItWasRead() {
        var first = List.of(entry("a", Channel.EMAIL, true, 0));
        var second = List.of(entry("b", Channel.EMAIL, false, 1));
        assertThat(Async.value(ledgers().replace(List.of(ledger(ada, first, 0)))))
                .isEmpty();

        var lost = Async.value(ledgers().replace(List.of(ledger(ada, second, 0), ledger(bea, second, 0))));
        assertThat(lost).containsExactly(ada);
        assertThat(Async.value(ledgers().load(List.of(ada))).get(ada).entries()).isEqualTo(first);
        assertThat(Async.value(ledgers().load(List.of(bea))).get(bea).entries()).isEqualTo(second);

        assertThat(Async.value(ledgers().replace(List.of(ledger(ada, second, 1)))))
                .isEmpty();
        assertThat(Async.value(ledgers().load(List.of(ada))).get(ada)).isEqualTo(ledger(ada, second, 2));
    }

    @Test
    void shouldKeepEntriesBesideALedgerOnceAndInTheirOrder() {
        var ledger = ledger(ada, List.of(), 0);
        var old = entry("old", Channel.EMAIL, true, 0);
        var same = entry("same", Channel.EMAIL, false, 0);
        var late = entry("late", Channel.EMAIL, true, 5);
        Async.await(ledgers().putBeside(ledger, List.of(old, late)));
        Async.await(ledgers().putBeside(ledger, List.of(old, same)));
        Async.await(ledgers().putBeside(ledger(bea, List.of(), 0), List.of(old)));

        assertThat(Async.value(ledgers().beside(workspace, ada, null, 10))).containsExactly(late, same, old);
        assertThat(Async.value(ledgers().beside(workspace, ada, null, 2))).containsExactly(late, same);
        assertThat(Async.value(ledgers().beside(workspace, ada, Place.of(same), 10)))
                .containsExactly(old);
        assertThat(Async.value(ledgers().knownBeside(ledger, List.of("old", "new"))))
                .containsExactly("old");
    }

    private Ledger ledger(ContactId contact, List<ConsentEntry> entries, long version) {
        return new Ledger(workspace, contact, entries, false, version);
    }

    private static ConsentEntry entry(String id, Channel channel, boolean given, int minute) {
        var topic = new Topic(Purpose.MARKETING, channel);
        var when = given ? When.at(NOON.plusSeconds(60L * minute)) : When.UNKNOWN;
        var word = new ConsentWord(
                id, topic, given, when, new Evidence("form", "eva", null, new Actor(Actor.Kind.KEY, "k1")));
        return new ConsentEntry(word, given ? NOON.plusSeconds(3600) : NOON.plusSeconds(60L * minute));
    }
}
