package io.usher.designer.messages;

import io.usher.designer.engine.ApiPath;
import io.usher.designer.engine.EngineClient;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.list.Filter;
import io.usher.designer.list.Slice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads messages from the engine, and asks it to send one that waits for a person. */
@Service
class Outbox {

    private final EngineClient engine;

    Outbox(EngineClient engine) {
        this.engine = engine;
    }

    Slice<Message> page(SessionToken token, Filter filter, Optional<String> cursor) {
        record Page(
                List<Message> items,
                @Nullable String next,
                @Nullable Boolean tooMany) {}
        var path = ApiPath.of("/messages")
                .with("state", filter.get(MessagesView.STATE))
                .with("workflow", filter.get(MessagesView.WORKFLOW))
                .with("contactStartsWith", filter.get(MessagesView.CONTACT))
                .with("cursor", cursor);
        var page = engine.get(token, path, Page.class);
        return new Slice<>(page.items(), Optional.ofNullable(page.next()), Boolean.TRUE.equals(page.tooMany()));
    }

    Message find(SessionToken token, String id) {
        return engine.get(token, ApiPath.of("/messages/{id}", id), Message.class);
    }

    Message send(SessionToken token, String id, boolean mayArriveTwice) {
        return engine.post(
                token, ApiPath.of("/messages/{id}/send", id), Map.of("mayArriveTwice", mayArriveTwice), Message.class);
    }
}
