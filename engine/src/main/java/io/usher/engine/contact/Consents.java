package io.usher.engine.contact;

import io.usher.engine.contact.Consent.State;
import io.usher.engine.contact.ConsentWord.Topic;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** What holds now for each purpose and channel: the entries that decide, one of each topic. */
public record Consents(Map<Topic, ConsentEntry> deciding) {

    public static final Consents NONE = new Consents(Map.of());

    private static final BinaryOperator<ConsentEntry> HEAVIER = BinaryOperator.maxBy(ConsentEntry.WEIGHT);

    public Consents {
        deciding = Map.copyOf(deciding);
    }

    /** What holds after all of these. */
    public static Consents of(Collection<ConsentEntry> entries) {
        var deciding = new HashMap<Topic, ConsentEntry>();
        entries.forEach(entry -> deciding.merge(entry.topic(), entry, HEAVIER));
        return new Consents(deciding);
    }

    /** What holds where these ledgers are one person's. */
    public static Consents joined(Collection<Consents> ledgers) {
        return of(ledgers.stream()
                .flatMap(each -> each.deciding.values().stream())
                .toList());
    }

    /** What the person last said about the purpose on this channel, or on every channel. */
    public Consent of(Purpose purpose, Channel channel) {
        return Stream.of(new Topic(purpose, channel), new Topic(purpose, null))
                .map(deciding::get)
                .filter(entry -> entry != null)
                .max(ConsentEntry.WEIGHT)
                .map(Consents::consent)
                .orElse(Consent.UNKNOWN);
    }

    private static Consent consent(ConsentEntry entry) {
        return new Consent(
                entry.given() ? State.GIVEN : State.REFUSED,
                entry.word().evidence().source(),
                entry.at());
    }

    /** The purposes about which something was said. */
    public List<Purpose> purposes() {
        return deciding.keySet().stream().map(Topic::purpose).distinct().toList();
    }
}
