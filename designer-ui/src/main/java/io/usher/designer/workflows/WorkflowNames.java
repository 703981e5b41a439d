package io.usher.designer.workflows;

import io.usher.designer.engine.ApiPath;
import io.usher.designer.engine.EngineClient;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.list.Choice;
import java.util.List;
import org.springframework.stereotype.Service;

/** The workflows a list can be narrowed to, last changed first. */
@Service
public class WorkflowNames {

    private final EngineClient engine;

    WorkflowNames(EngineClient engine) {
        this.engine = engine;
    }

    public List<Choice> choices(SessionToken token) {
        record Workflow(String id, String name) {}
        return engine.all(token, ApiPath.of("/workflows"), Workflow.class).stream()
                .map(workflow -> new Choice(workflow.id(), workflow.name()))
                .toList();
    }
}
