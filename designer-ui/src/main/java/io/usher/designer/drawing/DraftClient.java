package io.usher.designer.drawing;

import io.usher.designer.engine.EngineException.Away;
import io.usher.designer.engine.IfMatch;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.engine.Tagged;
import io.usher.designer.engine.XmlText;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The draft of a workflow at the engine; calls block. */
@HttpExchange("/api/v1/workflows/{id}/draft")
public interface DraftClient {

    @GetExchange(accept = {"application/xml", "application/problem+json"})
    Tagged read(SessionToken token, @PathVariable String id);

    @PutExchange(contentType = "application/xml", accept = "application/problem+json")
    HttpHeaders put(SessionToken token, @PathVariable String id, IfMatch draft, @RequestBody byte[] bpmn);

    /** Saves over the draft with this tag and answers the new one's. */
    default String save(SessionToken token, String id, String bpmn, String etag) {
        return Tagged.etag(put(token, id, new IfMatch(etag), XmlText.write(bpmn)))
                .orElseThrow(() -> new Away("The engine's answer had no tag", null));
    }
}
