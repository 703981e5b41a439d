package io.usher.engine.workflow.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.or;

import io.usher.engine.platform.mongo.Keyset;
import io.usher.engine.platform.mongo.Searches;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.internal.Workflow;
import io.usher.engine.workflow.internal.WorkflowStore.Query;
import io.usher.engine.workflow.internal.WorkflowStore.Sort;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;

/** The list of workflows: its filters, and its orders, whose cursors name them. */
final class WorkflowList {

    private static final Keyset<Workflow> CHANGED = Keyset.<Workflow>falling()
            .named(Sort.CHANGED.key())
            .time("changed.at", workflow -> workflow.changed().at())
            .text("_id", WorkflowList::id);
    private static final Keyset<Workflow> CREATED = Keyset.<Workflow>falling()
            .named(Sort.CREATED.key())
            .time("createdAt", Workflow::createdAt)
            .text("_id", WorkflowList::id);
    private static final Keyset<Workflow> NAME = Keyset.<Workflow>rising()
            .named(Sort.NAME.key())
            .text("search", workflow -> WorkflowDocument.search(workflow.name()))
            .text("_id", WorkflowList::id);

    private WorkflowList() {}

    static Keyset<Workflow> order(Sort sort) {
        return switch (sort) {
            case CHANGED -> CHANGED;
            case CREATED -> CREATED;
            case NAME -> NAME;
        };
    }

    static List<Bson> filters(WorkspaceId workspace, Query query) {
        var filters = new ArrayList<Bson>();
        filters.add(eq("workspace", workspace.value()));
        filters.add(MongoWorkflowStore.of(query.status()));
        if (query.tag() != null) {
            filters.add(eq("tags", query.tag()));
        }
        if (query.search() != null) {
            filters.add(Searches.holds("search", WorkflowDocument.search(query.search())));
        }
        if (query.event() != null) {
            var event = query.event().value();
            filters.add(or(eq("startTypes", event), eq("stopTypes", event)));
        }
        return filters;
    }

    private static String id(Workflow workflow) {
        return workflow.id().value();
    }
}
