package io.usher.engine.message.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.message.Message;
import io.usher.engine.message.MessageHistory;
import io.usher.engine.platform.mongo.Keyset;
import io.usher.engine.platform.mongo.Searches;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lists of messages, newest first, without bodies. */
final class MessageList {

    private static final Bson WITHOUT_BODY = Projections.exclude("html", "text");
    private static final Keyset<Message> LATEST_FIRST = Keyset.<Message>falling()
            .time("createdAt", Message::createdAt)
            .text("_id", message -> message.id().value());
    private static final int MAX_OF_JOURNEY = 500;

    private MessageList() {}

    static Mono<Page<Message>> read(
            MongoCollection<Document> messages, WorkspaceId workspace, MessageHistory.Query query, PageRequest page) {
        if (query.contacts() != null && query.contacts().isEmpty()) {
            return Mono.just(Page.empty());
        }
        return LATEST_FIRST.read(
                filter -> messages.find(filter).projection(WITHOUT_BODY),
                filters(workspace, query),
                page,
                MessageDocuments::message);
    }

    /** The latest ones of a journey in a long loop, oldest of these first. */
    static Flux<Message> ofJourney(MongoCollection<Document> messages, WorkspaceId workspace, JourneyId journey) {
        return Flux.from(messages.find(and(eq("workspace", workspace.value()), eq("journey", journey.value())))
                        .projection(WITHOUT_BODY)
                        .sort(Sorts.descending("createdAt", "_id"))
                        .limit(MAX_OF_JOURNEY))
                .map(document -> MessageDocuments.message(document))
                .collectList()
                .flatMapIterable(List::reversed);
    }

    private static List<Bson> filters(WorkspaceId workspace, MessageHistory.Query query) {
        var filters = new ArrayList<Bson>();
        filters.add(eq("workspace", workspace.value()));
        if (query.contacts() != null) {
            var contacts = query.contacts().stream().map(ContactId::value).toList();
            filters.add(Searches.oneOf("contact", contacts));
        }
        if (query.workflow() != null) {
            filters.add(eq("workflow", query.workflow().value()));
        }
        if (query.journey() != null) {
            filters.add(eq("journey", query.journey().value()));
        }
        if (query.state() != null) {
            filters.add(eq("state", query.state().key()));
        }
        return filters;
    }
}
