package io.usher.designer.form;

import io.usher.designer.engine.Page;
import io.usher.designer.engine.Query;
import io.usher.designer.engine.SessionToken;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The segments of the engine, as far as a drawing names them; calls block. */
@HttpExchange("/api/v1/segments")
public interface SegmentClient {

    @GetExchange
    Page<Named> list(SessionToken token, Query asked);

    @PostExchange
    Named create(SessionToken token, @RequestBody Named segment);

    /** Every segment. */
    default List<Named> all(SessionToken token) {
        return Page.all(part -> list(token, part));
    }
}
