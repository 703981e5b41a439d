package io.usher.designer.settings;

import io.usher.designer.engine.Page;
import io.usher.designer.engine.Query;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.list.Choice;
import io.usher.designer.list.Filter;
import io.usher.designer.list.Slice;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Who changed what in the workspace, newest first; calls block. */
@HttpExchange("/api/v1/audit")
public interface AuditClient {

    @GetExchange
    Page<AuditEntry> list(SessionToken token, Query asked);

    /** @param now the end of a span of time such as "the last hour" */
    default Slice<AuditEntry> page(SessionToken token, Filter filter, Instant now, Optional<String> cursor) {
        var from = filter.span(AuditView.TIME)
                .map(now::minus)
                .or(() -> filter.instant(AuditView.FROM))
                .map(Instant::toString);
        var kind = filter.get(AuditView.KIND);
        var page = list(
                token,
                Query.none()
                        .with("actor", filter.get(AuditView.WHO))
                        .with("kind", kind)
                        // an id alone says nothing: each kind has its own
                        .with("thing", filter.get(AuditView.THING).filter(id -> kind.isPresent()))
                        .with("from", from)
                        .with("to", filter.instant(AuditView.TO).map(Instant::toString))
                        .with("cursor", cursor));
        return new Slice<>(page.items(), page.cursor());
    }

    /** Those who made the latest changes, to choose among. */
    default List<Choice> actors(SessionToken token) {
        var names = new LinkedHashMap<String, String>();
        list(token, Query.none().with("limit", String.valueOf(Page.MOST)))
                .items()
                .forEach(entry ->
                        names.putIfAbsent(entry.actor().id(), entry.actor().label()));
        return Choice.told(names.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
                .map(known -> new Choice(known.getKey(), known.getValue()))
                .toList());
    }
}
