package io.usher.designer.messages;

import io.usher.designer.engine.Page;
import io.usher.designer.engine.Query;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.list.Filter;
import io.usher.designer.list.Slice;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The messages of the engine, of which one may wait for a person to send it; calls block. */
@HttpExchange("/api/v1/messages")
public interface MessageClient {

    @GetExchange
    Page<Message> list(SessionToken token, Query asked);

    @GetExchange("/{id}")
    Message find(SessionToken token, @PathVariable String id);

    @PostExchange("/{id}/send")
    Message send(SessionToken token, @PathVariable String id, @RequestBody Map<String, Boolean> how);

    default Slice<Message> page(SessionToken token, Filter filter, Optional<String> cursor) {
        var asked = Query.none()
                .with("state", filter.get(MessagesView.STATE))
                .with("workflow", filter.get(MessagesView.WORKFLOW))
                .with("contactStartsWith", filter.get(MessagesView.CONTACT))
                .with("cursor", cursor);
        var page = list(token, asked);
        return new Slice<>(page.items(), page.cursor(), page.isTooMany());
    }

    default Message send(SessionToken token, String id, boolean mayArriveTwice) {
        return send(token, id, Map.of("mayArriveTwice", mayArriveTwice));
    }
}
