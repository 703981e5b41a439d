package io.usher.designer.workflows;

import io.usher.designer.engine.ApiPath;
import io.usher.designer.engine.EngineClient;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.list.Choice;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** What the list of workflows can be narrowed to. */
@Service
class FilterChoices {

    private final EngineClient engine;
    private final WorkflowBook workflows;

    FilterChoices(EngineClient engine, WorkflowBook workflows) {
        this.engine = engine;
        this.workflows = workflows;
    }

    /** The tags of the workflows that the list shows with this status, in alphabetical order. */
    List<Choice> tags(SessionToken token, Optional<String> status) {
        return workflows.tags(token, status).stream()
                .map(tag -> new Choice(tag, tag))
                .toList();
    }

    List<Choice> eventTypes(SessionToken token) {
        record Type(String key, String name) {}
        return Choice.told(engine.all(token, ApiPath.of("/event-types"), Type.class).stream()
                .map(type -> new Choice(type.key(), type.name()))
                .toList());
    }
}
