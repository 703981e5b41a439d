package io.usher.engine.contact.web;

import io.usher.engine.contact.Channel;
import io.usher.engine.contact.ConsentEntry;
import io.usher.engine.contact.Consents;
import io.usher.engine.contact.Purpose;
import io.usher.engine.contact.internal.ConsentHistory.History;
import io.usher.engine.contact.web.ContactAnswer.ConsentAnswer;
import io.usher.engine.platform.web.Cursors;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What holds for each purpose and channel, and what was said that led to it. */
record ConsentHistoryAnswer(
        Map<String, Map<String, ConsentAnswer>> now,
        List<EntryAnswer> items,
        @Nullable String next) {

    record EntryAnswer(
            String id,
            String purpose,
            String channel,
            String state,
            Instant at,
            boolean atKnown,
            Instant recordedAt,
            @Nullable String source,
            @Nullable String by,
            @Nullable String proof) {

        static EntryAnswer of(ConsentEntry entry) {
            var evidence = entry.word().evidence();
            return new EntryAnswer(
                    entry.id(),
                    entry.topic().purpose().key(),
                    entry.topic().channelKey(),
                    entry.given() ? "given" : "refused",
                    entry.at(),
                    entry.word().when().known(),
                    entry.recordedAt(),
                    evidence.source(),
                    evidence.by(),
                    evidence.proof());
        }
    }

    static ConsentHistoryAnswer of(List<Purpose> purposes, History history) {
        var now = new LinkedHashMap<String, Map<String, ConsentAnswer>>();
        purposes.forEach(purpose -> now.put(purpose.key(), channels(purpose, history.now())));
        var next = history.next();
        return new ConsentHistoryAnswer(
                now,
                history.entries().stream().map(EntryAnswer::of).toList(),
                next == null ? null : Cursors.encode(next.at().toEpochMilli(), next.id()));
    }

    private static Map<String, ConsentAnswer> channels(Purpose purpose, Consents now) {
        var channels = new LinkedHashMap<String, ConsentAnswer>();
        for (Channel channel : Channel.values()) {
            channels.put(channel.key(), ConsentAnswer.of(now.of(purpose, channel)));
        }
        return channels;
    }
}
