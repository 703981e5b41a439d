package io.usher.designer.journeys;

import io.usher.designer.engine.Page;
import io.usher.designer.engine.Query;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.list.Filter;
import io.usher.designer.list.Slice;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The journeys of the engine, and what a person wants done with one; calls block. */
@HttpExchange("/api/v1/journeys")
public interface JourneyClient {

    @GetExchange
    Page<JourneyRow> list(SessionToken token, Query asked);

    @GetExchange("/{id}")
    JourneyDetail find(SessionToken token, @PathVariable String id);

    @PostExchange("/{id}/{action}")
    JourneyRow act(SessionToken token, @PathVariable String id, @PathVariable String action);

    default Slice<JourneyRow> page(SessionToken token, Filter filter, Optional<String> cursor) {
        var asked = Query.none()
                .with("workflow", filter.get(JourneysView.WORKFLOW))
                .with("contactStartsWith", filter.get(JourneysView.CONTACT))
                .with("state", filter.get(JourneysView.STATE))
                .with("cursor", cursor);
        var page = list(token, asked);
        return new Slice<>(page.items(), page.cursor(), page.isTooMany());
    }

    /** Does it, and reads what the journey is then. */
    default JourneyDetail act(SessionToken token, String id, JourneyAction action) {
        act(token, id, action.path());
        return find(token, id);
    }
}
