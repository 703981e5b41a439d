package io.usher.engine.journey.store;

import io.usher.engine.journey.TrailEntry;
import io.usher.engine.journey.internal.record.CurrentStep;
import io.usher.engine.journey.internal.record.Holdup;
import io.usher.engine.journey.internal.record.JourneyRecord;
import io.usher.engine.journey.internal.record.RecordedVisit;
import io.usher.engine.journey.internal.record.RecordedVisit.Ahead;
import io.usher.engine.platform.words.EarlierSentence;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What the work of a journey keeps in its document. */
final class JourneyRecordDocuments {

    private JourneyRecordDocuments() {}

    static JourneyRecord record(Document document) {
        return new JourneyRecord(
                JourneyDocuments.journey(document),
                step(Fields.part(document, "standing")),
                ahead(Fields.part(document, "ahead")),
                passes(Fields.part(document, "passes")),
                Fields.parts(document, "visits").stream()
                        .map(JourneyRecordDocuments::visit)
                        .toList(),
                Fields.parts(document, "trail").stream()
                        .map(JourneyRecordDocuments::line)
                        .toList(),
                Fields.number(document, "lines"),
                holdup(Fields.part(document, "note")),
                document.getString("parkedOn"));
    }

    static Document step(CurrentStep step) {
        return JourneyDocuments.place(step.place())
                .append("name", step.name())
                .append("kind", step.kind())
                .append("reason", step.awaited() == null ? null : Fields.reason(step.awaited()))
                .append("text", step.awaited() == null ? null : EarlierSentence.of(step.awaited()));
    }

    static Document ahead(Ahead ahead) {
        return new Document("exits", new Document(new HashMap<>(ahead.exits())))
                .append("until", new Document(new HashMap<>(ahead.until())));
    }

    static Document visit(RecordedVisit visit) {
        return ahead(visit.ahead()).append("key", visit.key()).append("cut", visit.cut());
    }

    static Document holdup(Holdup holdup) {
        return new Document("visit", holdup.visit())
                .append("kind", holdup.kind().name())
                .append("reason", Fields.reason(holdup.why()))
                .append("text", EarlierSentence.of(holdup.why()))
                .append("since", Fields.date(holdup.since()))
                .append("next", Fields.date(holdup.next()))
                .append("tries", holdup.tries());
    }

    static Document line(TrailEntry line) {
        return new Document("block", line.block())
                .append("name", line.name())
                .append("kind", line.kind())
                .append("pass", line.pass())
                .append("entered", Fields.date(line.entered()))
                .append("left", Fields.date(line.left()))
                .append("result", line.result().name())
                .append("reason", Fields.reason(line.did()))
                .append("did", EarlierSentence.of(line.did()))
                .append("way", line.way())
                .append("until", Fields.date(line.until()));
    }

    static TrailEntry line(Document document) {
        return new TrailEntry(
                document.getString("block"),
                document.getString("name"),
                document.getString("kind"),
                document.getInteger("pass"),
                Fields.instant(document, "entered"),
                Fields.optionalInstant(document, "left"),
                TrailEntry.Result.valueOf(document.getString("result")),
                Fields.reason(document, null, "did"),
                document.getString("way"),
                Fields.optionalInstant(document, "until"));
    }

    private static @Nullable CurrentStep step(@Nullable Document document) {
        var place = JourneyDocuments.place(document);
        if (document == null || place == null) {
            return null;
        }
        boolean waits = document.containsKey("reason") || document.containsKey("text");
        var awaited = waits && place.until() != null ? Fields.reason(document, null, "text") : null;
        return new CurrentStep(place, document.getString("name"), document.getString("kind"), awaited);
    }

    private static @Nullable Ahead ahead(@Nullable Document document) {
        return document == null ? null : new Ahead(texts(document, "exits"), texts(document, "until"));
    }

    private static RecordedVisit visit(Document document) {
        var ahead = Objects.requireNonNull(ahead(document));
        return new RecordedVisit(document.getString("key"), ahead, document.getBoolean("cut", false));
    }

    private static @Nullable Holdup holdup(@Nullable Document document) {
        return document == null
                ? null
                : new Holdup(
                        document.getString("visit"),
                        Holdup.Kind.valueOf(document.getString("kind")),
                        Fields.reason(document, null, "text"),
                        Fields.instant(document, "since"),
                        Fields.optionalInstant(document, "next"),
                        document.getInteger("tries"));
    }

    private static Map<String, Integer> passes(@Nullable Document document) {
        var passes = new HashMap<String, Integer>();
        if (document != null) {
            document.forEach((block, count) -> passes.put(block, ((Number) count).intValue()));
        }
        return passes;
    }

    private static Map<String, String> texts(Document document, String field) {
        var texts = new HashMap<String, String>();
        var part = Fields.part(document, field);
        if (part != null) {
            part.forEach((key, value) -> texts.put(key, String.valueOf(value)));
        }
        return texts;
    }
}
