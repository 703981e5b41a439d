package io.usher.engine.workflow.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Sorts;
import io.usher.engine.platform.mongo.Searches;
import io.usher.engine.platform.web.Cursors;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.internal.Workflow;
import io.usher.engine.workflow.internal.WorkflowStore.Query;
import io.usher.engine.workflow.internal.WorkflowStore.Sort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** One order of the list of workflows: its filters, its index, its cursor (which names the order). */
enum WorkflowList {
    CHANGED(Sort.CHANGED, "changed.at", true) {
        @Override
        String cursor(Workflow last) {
            return Cursors.encode(Sort.CHANGED.key(), last.changed().at(), last.id());
        }
    },
    CREATED(Sort.CREATED, "createdAt", true) {
        @Override
        String cursor(Workflow last) {
            return Cursors.encode(Sort.CREATED.key(), last.createdAt(), last.id());
        }
    },
    NAME(Sort.NAME, "search", false) {
        @Override
        String cursor(Workflow last) {
            return Cursors.encode(Sort.NAME.key(), WorkflowDocument.search(last.name()), last.id());
        }
    };

    private final Sort sort;
    private final String field;
    private final boolean falling;

    WorkflowList(Sort sort, String field, boolean falling) {
        this.sort = sort;
        this.field = field;
        this.falling = falling;
    }

    static WorkflowList of(Sort sort) {
        return switch (sort) {
            case CHANGED -> CHANGED;
            case CREATED -> CREATED;
            case NAME -> NAME;
        };
    }

    /** The cursor of the page after this row. */
    abstract String cursor(Workflow last);

    Bson order() {
        return falling ? Sorts.descending(field, "_id") : Sorts.ascending(field, "_id");
    }

    Bson filter(WorkspaceId workspace, Query query, @Nullable String cursor) {
        var filters = new ArrayList<Bson>();
        filters.add(eq("workspace", workspace.value()));
        filters.add(MongoWorkflowStore.of(query.status()));
        if (query.tag() != null) {
            filters.add(eq("tags", query.tag()));
        }
        if (query.search() != null) {
            filters.add(Searches.holds("search", WorkflowDocument.search(query.search())));
        }
        if (cursor != null) {
            filters.add(behind(cursor));
        }
        if (query.event() != null) {
            var event = query.event().value();
            filters.add(or(eq("startTypes", event), eq("stopTypes", event)));
        }
        return and(filters);
    }

    private Bson behind(String cursor) {
        var last = Cursors.decode(cursor, 3);
        if (!last.text(0).equals(sort.key())) {
            throw Problems.invalid("cursor", "cursor", "cursor belongs to another order of this list");
        }
        Object value = falling ? date(last.instant(1)) : last.text(1);
        var id = last.text(2);
        return falling
                ? or(lt(field, value), and(eq(field, value), lt("_id", id)))
                : or(gt(field, value), and(eq(field, value), gt("_id", id)));
    }

    private static Date date(Instant instant) {
        return Date.from(instant);
    }

    Page<Workflow> page(List<Workflow> found, int limit) {
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), cursor(found.get(limit - 1)));
    }
}
