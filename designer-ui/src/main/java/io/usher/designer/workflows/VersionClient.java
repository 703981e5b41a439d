package io.usher.designer.workflows;

import io.usher.designer.engine.Page;
import io.usher.designer.engine.Query;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.engine.Tagged;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** The versions of a workflow, which never change; calls block. */
@HttpExchange("/api/v1/workflows/{id}/versions")
public interface VersionClient {

    /** A version that was activated. */
    record Version(int n, String name, Instant activatedAt, String activatedBy) {}

    @GetExchange
    Page<Version> list(SessionToken token, @PathVariable String id, Query asked);

    @GetExchange(
            url = "/{n}/bpmn",
            accept = {"application/xml", "application/problem+json"})
    Tagged drawn(SessionToken token, @PathVariable String id, @PathVariable int n);

    /** Every version that was activated, newest first. */
    default List<Version> all(SessionToken token, String id) {
        return Page.all(part -> list(token, id, part));
    }

    /** A version as it was drawn. */
    default String bpmn(SessionToken token, String id, int n) {
        return drawn(token, id, n).body();
    }
}
