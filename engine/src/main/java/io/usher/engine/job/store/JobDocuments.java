package io.usher.engine.job.store;

import io.usher.engine.job.Job;
import io.usher.engine.job.Job.Progress;
import io.usher.engine.job.Job.Result;
import io.usher.engine.job.Job.Times;
import io.usher.engine.job.JobState;
import io.usher.engine.job.internal.Held;
import io.usher.engine.job.internal.JobStore.Old;
import io.usher.engine.platform.mongo.AuditDocuments;
import io.usher.engine.platform.mongo.FreeValues;
import io.usher.engine.shared.Actor;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Jobs as documents. */
final class JobDocuments {

    private JobDocuments() {}

    static Document of(Job job, Instant due) {
        return new Document("_id", job.id())
                .append("workspace", job.workspace().value())
                .append("kind", job.kind())
                .append("params", FreeValues.encode(job.params()))
                .append("by", AuditDocuments.of(job.by()))
                .append("createdAt", Date.from(job.times().createdAt()))
                .append("state", job.state().key())
                .append("total", job.progress().total())
                .append("page", 0)
                .append("tries", 0)
                .append("due", Date.from(due));
    }

    static Job job(Document document) {
        var by = AuditDocuments.actor(document.get("by", Document.class));
        return new Job(
                document.getString("_id"),
                new WorkspaceId(document.getString("workspace")),
                document.getString("kind"),
                FreeValues.decode(document.getList("params", Document.class)),
                by == null ? Actor.system("unknown") : by,
                new Times(
                        document.getDate("createdAt").toInstant(),
                        time(document, "startedAt"),
                        time(document, "endedAt")),
                Keyed.find(JobState.class, document.getString("state")).orElseThrow(),
                progress(document),
                result(document.get("result", Document.class)),
                document.getString("reason"));
    }

    private static Progress progress(Document document) {
        var counts = new TreeMap<String, Long>();
        document.get("counts", new Document()).forEach((name, count) -> counts.put(name, ((Number) count).longValue()));
        return new Progress(
                number(document, "done"),
                document.get("total") == null ? null : Long.valueOf(number(document, "total")),
                counts,
                Duration.ofMillis(number(document, "worked")));
    }

    static Document of(Result result) {
        return new Document("name", result.name())
                .append("mediaType", result.mediaType())
                .append("bytes", result.bytes())
                .append("pieces", result.pieces())
                .append("until", Date.from(result.until()));
    }

    private static @Nullable Result result(@Nullable Document document) {
        return document == null
                ? null
                : new Result(
                        document.getString("name"),
                        document.getString("mediaType"),
                        number(document, "bytes"),
                        (int) number(document, "pieces"),
                        document.getDate("until").toInstant());
    }

    static Held held(Document document) {
        return new Held(
                job(document),
                document.getString("cursor"),
                (int) number(document, "page"),
                (int) number(document, "tries"),
                number(document, "bytes"),
                document.getString("token"));
    }

    static Old old(Document document) {
        return new Old(
                document.getString("_id"), (int) number(document, "page"), document.getBoolean("cleaned", false));
    }

    private static @Nullable Instant time(Document document, String field) {
        var date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }

    private static long number(Document document, String field) {
        return document.get(field) instanceof Number number ? number.longValue() : 0;
    }
}
