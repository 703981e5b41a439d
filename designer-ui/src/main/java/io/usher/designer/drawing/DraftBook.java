package io.usher.designer.drawing;

import io.usher.designer.canvas.Catalogue;
import io.usher.designer.engine.ApiPath;
import io.usher.designer.engine.EngineClient;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.engine.Tagged;
import io.usher.designer.workflows.WorkflowBook;
import io.usher.designer.workflows.WorkflowRow;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Drafts and what one needs to draw them, from the engine; calls block. */
@Service
class DraftBook {

    private static final String DRAFT = "/workflows/{id}/draft";

    private final EngineClient engine;
    private final WorkflowBook workflows;
    private final Catalogue catalogue;

    DraftBook(EngineClient engine, WorkflowBook workflows, Catalogue catalogue) {
        this.engine = engine;
        this.workflows = workflows;
        this.catalogue = catalogue;
    }

    Tagged read(SessionToken token, String id) {
        return engine.getXml(token, ApiPath.of(DRAFT, id));
    }

    /** Saves over the draft with this tag and answers the new one's. */
    String save(SessionToken token, String id, String bpmn, String etag) {
        return engine.putXml(token, ApiPath.of(DRAFT, id), bpmn, etag);
    }

    /** Which draft the engine has, and whose it is. */
    Optional<WorkflowRow.Draft> whose(SessionToken token, String id) {
        return Optional.ofNullable(workflows.find(token, id).draft());
    }

    /** All that the screen shows first. */
    Opened open(SessionToken token, String id) {
        return new Opened(workflows.find(token, id), read(token, id), catalogue.blocks(token));
    }

    /** The names of segments by their keys. */
    Map<String, String> segments(SessionToken token) {
        record Segment(String key, String name) {}
        return engine.all(token, ApiPath.of("/segments"), Segment.class).stream()
                .collect(Collectors.toMap(Segment::key, Segment::name, (first, again) -> first));
    }
}
