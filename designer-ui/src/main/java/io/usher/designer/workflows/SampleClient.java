package io.usher.designer.workflows;

import io.usher.designer.engine.SessionToken;
import io.usher.designer.engine.Tagged;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The samples of the engine, and workflows that are made from them; calls block. */
@HttpExchange("/api/v1/samples")
public interface SampleClient {

    record Samples(List<Sample> items) {}

    @GetExchange
    Samples all(SessionToken token);

    @GetExchange(
            url = "/{key}/bpmn",
            accept = {"application/xml", "application/problem+json"})
    Tagged drawn(SessionToken token, @PathVariable String key);

    @PostExchange("/{key}/use")
    WorkflowRow use(SessionToken token, @PathVariable String key, @RequestBody Map<String, String> named);

    /** A workflow of one's own like the sample, with what it needs; nothing is activated. */
    default WorkflowRow use(SessionToken token, Sample sample, String name) {
        return use(token, sample.key(), name.isBlank() ? Map.of() : Map.of("name", name));
    }
}
