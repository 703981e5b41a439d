package io.usher.designer.journeys;

import io.usher.designer.canvas.Catalogue;
import io.usher.designer.engine.ApiPath;
import io.usher.designer.engine.EngineClient;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.journeys.JourneyPicture.Drawn;
import io.usher.designer.list.Filter;
import io.usher.designer.list.Slice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads journeys from the engine, and tells it what a person wants done with one. */
@Service
class JourneyBook {

    private final EngineClient engine;
    private final Catalogue catalogue;

    JourneyBook(EngineClient engine, Catalogue catalogue) {
        this.engine = engine;
        this.catalogue = catalogue;
    }

    Slice<JourneyRow> page(SessionToken token, Filter filter, Optional<String> cursor) {
        record Page(
                List<JourneyRow> items,
                @Nullable String next,
                @Nullable Boolean tooMany) {}
        var path = ApiPath.of("/journeys")
                .with("workflow", filter.get(JourneysView.WORKFLOW))
                .with("contactStartsWith", filter.get(JourneysView.CONTACT))
                .with("state", filter.get(JourneysView.STATE))
                .with("cursor", cursor);
        var page = engine.get(token, path, Page.class);
        return new Slice<>(page.items(), Optional.ofNullable(page.next()), Boolean.TRUE.equals(page.tooMany()));
    }

    JourneyDetail find(SessionToken token, String id) {
        return engine.get(token, ApiPath.of("/journeys/{id}", id), JourneyDetail.class);
    }

    /** The version the journey runs through, as it was drawn. */
    Drawn drawn(SessionToken token, JourneyRow journey) {
        var path = ApiPath.of("/workflows/{id}/versions/" + journey.version() + "/bpmn", journey.workflowId());
        return new Drawn(engine.getXml(token, path).body(), catalogue.blocks(token));
    }

    /** Does it, and reads what the journey is then. */
    JourneyDetail act(SessionToken token, String id, JourneyAction action) {
        engine.post(token, ApiPath.of("/journeys/{id}/" + action.path(), id), Map.of(), JourneyRow.class);
        return find(token, id);
    }
}
