package io.usher.engine.contact.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.contact.Channel;
import io.usher.engine.contact.Consent;
import io.usher.engine.contact.Consent.State;
import io.usher.engine.contact.ConsentEntry;
import io.usher.engine.contact.ConsentWord;
import io.usher.engine.contact.ConsentWord.Evidence;
import io.usher.engine.contact.ConsentWord.Topic;
import io.usher.engine.contact.ConsentWord.When;
import io.usher.engine.contact.Consents;
import io.usher.engine.contact.Purpose;
import io.usher.engine.contact.internal.ConsentService.Said;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Law 14: what a person last said about consent decides, in whatever order it reaches us. */
class ConsentServiceTest {

    private static final WorkspaceId WORKSPACE = new WorkspaceId("w");
    private static final ContactId ADA = new ContactId("ada");
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofDays(30));
    private static final Topic EMAIL = new Topic(Purpose.MARKETING, Channel.EMAIL);
    private static final Topic EVERYWHERE = new Topic(Purpose.MARKETING, null);
    private static final Evidence FORM = new Evidence("form", null, null);

    private final FakeConsentLedgers ledgers = new FakeConsentLedgers();

    @Test
    void shouldLetTheLaterWordHoldHoweverLateItArrives() {
        record(said(EMAIL, true, 10));
        record(said(EMAIL, false, 5));
        assertThat(email()).isEqualTo(new Consent(State.GIVEN, "form", NOON.plusSeconds(10)));

        record(said(EMAIL, false, 20));
        record(said(EMAIL, true, 15));
        assertThat(email()).isEqualTo(new Consent(State.REFUSED, "form", NOON.plusSeconds(20)));
    }

    @Test
    void shouldMoveTheTimeOfARepeatedRefusalOn() {
        record(said(EMAIL, false, 1));
        record(said(EMAIL, false, 30));
        record(said(EMAIL, true, 20));

        assertThat(email()).isEqualTo(new Consent(State.REFUSED, "form", NOON.plusSeconds(30)));
    }

    @Test
    void shouldLetTheRefusalHoldOfTwoOfOneInstantAlsoWithinOneBatch() {
        record(said(EMAIL, false, 1), said(EMAIL, true, 1));
        assertThat(email().state()).isEqualTo(State.REFUSED);

        record(said(EVERYWHERE, true, 3), said(EMAIL, false, 3));
        assertThat(email().state()).isEqualTo(State.REFUSED);
    }

    @Test
    void shouldLetAWordAboutEveryChannelHoldForEach() {
        record(said(EMAIL, true, 1));
        record(said(EVERYWHERE, false, 2));
        assertThat(email().state()).isEqualTo(State.REFUSED);
        assertThat(now().of(Purpose.MARKETING, Channel.SMS).state()).isEqualTo(State.REFUSED);
        assertThat(now().of(new Purpose("newsletter"), Channel.EMAIL)).isEqualTo(Consent.UNKNOWN);
    }

    @Test
    void shouldNotBelieveWordsFromTheFuture() {
        recordAt(NOON, said(EMAIL, true, 3_600));
        assertThat(email().since()).isEqualTo(NOON);

        recordAt(NOON.plusSeconds(1), said(EMAIL, false, 1));
        assertThat(email().state()).isEqualTo(State.REFUSED);
    }

    @Test
    void shouldNeverTurnARefusalIntoConsentByAPlainImport() {
        record(imported(true));
        assertThat(email().state()).isEqualTo(State.GIVEN);

        record(said(EMAIL, false, 1));
        record(imported(true));
        assertThat(email()).isEqualTo(new Consent(State.REFUSED, "form", NOON.plusSeconds(1)));

        record(said(EMAIL, true, 2));
        record(imported(false));
        assertThat(email().state()).isEqualTo(State.REFUSED);
    }

    @Test
    void shouldChangeNothingWhenAnEventIsToldAgain() {
        var told = said(EMAIL, true, 0).toldBy("event", "e1", When.NOW);
        recordAt(NOON, told);
        recordAt(NOON.plusSeconds(1), said(EMAIL, false, 1));
        var ledger = ledgers.ledgers.get(ADA);

        recordAt(NOON.plusSeconds(60), said(EMAIL, true, 0).toldBy("event", "e1", When.NOW));

        assertThat(ledgers.ledgers.get(ADA)).isEqualTo(ledger);
        assertThat(email().state()).isEqualTo(State.REFUSED);
    }

    @Test
    void shouldTakeEachDatedStateOfAnOrderAsAWordOfItsOwn() {
        record(ordered("o1", false, 1));
        record(ordered("o1", true, 2));
        assertThat(email()).isEqualTo(new Consent(State.GIVEN, "order", NOON.plusSeconds(2)));

        record(ordered("o1", false, 3));
        record(ordered("o1", true, 2), ordered("o1", false, 1));

        assertThat(email()).isEqualTo(new Consent(State.REFUSED, "order", NOON.plusSeconds(3)));
        assertThat(everyId()).hasSize(3);
    }

    @Test
    void shouldRepeatOneWordWhereAnOrderHasOneDate() {
        record(ordered("o1", true, 1));
        record(said(EMAIL, false, 2));
        var ledger = ledgers.ledgers.get(ADA);

        record(ordered("o1", true, 1));

        assertThat(ledgers.ledgers.get(ADA)).isEqualTo(ledger);
    }

    @Test
    void shouldKeepTheDecidingEntriesAndTheLastTwoHundredAndTheOthersBeside() {
        var sms = said(new Topic(Purpose.MARKETING, Channel.SMS), true, 0);
        record(sms);
        for (int i = 1; i <= 260; i++) {
            record(said(EMAIL, i % 2 == 0, i));
        }

        var ledger = ledgers.ledgers.get(ADA);
        assertThat(ledger.entries()).hasSize(Ledger.KEPT + 1);
        assertThat(ledger.older()).isTrue();
        assertThat(ledgers.beside.get(ADA)).hasSize(60);
        assertThat(now().of(Purpose.MARKETING, Channel.SMS).state()).isEqualTo(State.GIVEN);
    }

    @Test
    void shouldNotSayAnewWhatWentBesideLongAgo() {
        recordAt(NOON, said(EMAIL, true, 0).toldBy("event", "e1", When.NOW));
        for (int i = 1; i <= 220; i++) {
            record(said(EMAIL, false, i));
        }

        recordAt(LATER, said(EMAIL, true, 0).toldBy("event", "e1", When.NOW));

        assertThat(email().state()).isEqualTo(State.REFUSED);
    }

    @Test
    void shouldReadAgainWhatSomebodyElseWroteMeanwhile() {
        ledgers.beforeReplace = () -> record(said(EMAIL, false, 9));

        record(said(EMAIL, true, 3));

        assertThat(ledgers.ledgers.get(ADA).entries()).hasSize(2);
        assertThat(email().state()).isEqualTo(State.REFUSED);
    }

    @Test
    void shouldComeToTheSameInEveryOrderAndInBatchesOfEverySize() {
        for (int seed = 0; seed < 400; seed++) {
            var random = new Random(seed);
            var words = words(random);
            var expected = Consents.of(
                    words.stream().map(word -> new ConsentEntry(word, LATER)).toList());
            for (int order = 0; order < 6; order++) {
                Collections.shuffle(words, random);
                ledgers.ledgers.clear();
                ledgers.beside.clear();
                inBatches(words, random);

                assertThat(now())
                        .as("seed %d, order %d: %s", seed, order, words)
                        .isEqualTo(expected);
                assertThat(everyId())
                        .isEqualTo(words.stream().map(ConsentWord::id).collect(Collectors.toSet()));
            }
        }
    }

    /** Few instants, topics and orders, so that many words meet; each has its id, or is told by an order, some twice. */
    private static List<ConsentWord> words(Random random) {
        var topics = List.of(
                EMAIL, EVERYWHERE, new Topic(Purpose.MARKETING, Channel.SMS), new Topic(new Purpose("news"), null));
        var words = new ArrayList<ConsentWord>();
        int count = 1 + random.nextInt(random.nextInt(20) == 0 ? 260 : 12);
        for (int i = 0; i < count; i++) {
            var when = random.nextInt(4) == 0 ? When.UNKNOWN : When.at(NOON.plusSeconds(random.nextInt(6)));
            var topic = topics.get(random.nextInt(topics.size()));
            var word = new ConsentWord("id" + i, topic, random.nextBoolean(), when, FORM);
            words.add(random.nextBoolean() ? word : word.toldBy("order", "o" + random.nextInt(3), when));
        }
        return words;
    }

    private void inBatches(List<ConsentWord> words, Random random) {
        for (int from = 0; from < words.size(); ) {
            int to = Math.min(words.size(), from + 1 + random.nextInt(words.size()));
            recordAt(LATER, words.subList(from, to).toArray(ConsentWord[]::new));
            if (random.nextInt(3) == 0) {
                recordAt(LATER, words.get(random.nextInt(to)));
            }
            from = to;
        }
    }

    private HashSet<String> everyId() {
        var ids = new HashSet<String>();
        ledgers.ledgers.get(ADA).entries().forEach(entry -> ids.add(entry.id()));
        ledgers.beside.values().forEach(entries -> ids.addAll(entries.keySet()));
        return ids;
    }

    private static ConsentWord said(Topic topic, boolean given, int second) {
        return ConsentWord.of(topic, given, When.at(NOON.plusSeconds(second)), FORM);
    }

    private static ConsentWord ordered(String order, boolean given, int second) {
        return said(EMAIL, given, second).toldBy("order", order, When.at(NOON.plusSeconds(second)));
    }

    private static ConsentWord imported(boolean given) {
        return ConsentWord.of(EMAIL, given, When.UNKNOWN, new Evidence("import", null, null));
    }

    private void record(ConsentWord... words) {
        recordAt(LATER, words);
    }

    private void recordAt(Instant now, ConsentWord... words) {
        var book = new ConsentService(ledgers, new FakeContactStore(), Clock.fixed(now, ZoneOffset.UTC));
        Async.await(book.record(List.of(new Said(WORKSPACE, ADA, Consents.NONE, List.of(words)))));
    }

    private Consents now() {
        return ledgers.ledgers.get(ADA).now();
    }

    private Consent email() {
        return now().of(Purpose.MARKETING, Channel.EMAIL);
    }
}
