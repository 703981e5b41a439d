package io.usher.designer.workflows;

import io.usher.designer.canvas.Block;
import io.usher.designer.engine.ApiPath;
import io.usher.designer.engine.EngineClient;
import io.usher.designer.engine.SessionToken;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Service;

/** Reads the samples of the engine, and has workflows made from them; calls block. */
@Service
class SampleBook {

    private final EngineClient engine;

    SampleBook(EngineClient engine) {
        this.engine = engine;
    }

    /** All samples, and the catalogue that their pictures are drawn with. */
    record Shelf(List<Sample> samples, List<Block> catalogue) {}

    Shelf all(SessionToken token) {
        record Samples(List<Sample> items) {}
        var samples = engine.get(token, ApiPath.of("/samples"), Samples.class).items();
        var catalogue =
                samples.isEmpty() ? List.<Block>of() : List.of(engine.get(token, ApiPath.of("/blocks"), Block[].class));
        return new Shelf(samples, catalogue);
    }

    String bpmn(SessionToken token, Sample sample) {
        return engine.getXml(token, ApiPath.of("/samples/{id}/bpmn", sample.key()))
                .body();
    }

    /** A workflow of one's own like the sample, with what it needs; nothing is activated. */
    WorkflowRow use(SessionToken token, Sample sample, String name) {
        var body = new LinkedHashMap<String, String>();
        if (!name.isBlank()) {
            body.put("name", name);
        }
        return engine.post(token, ApiPath.of("/samples/{id}/use", sample.key()), body, WorkflowRow.class);
    }
}
