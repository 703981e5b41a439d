package io.usher.designer.workflows;

import io.usher.designer.canvas.DrawingProblem;
import io.usher.designer.engine.IfMatch;
import io.usher.designer.engine.Page;
import io.usher.designer.engine.Query;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.list.Choice;
import io.usher.designer.list.Filter;
import io.usher.designer.list.Slice;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The workflows of the engine; calls block. */
@HttpExchange("/api/v1/workflows")
public interface WorkflowClient {

    @GetExchange
    Page<WorkflowRow> list(SessionToken token, Query asked);

    @GetExchange("/tags")
    Tags tags(SessionToken token, Query asked);

    @GetExchange("/{id}")
    WorkflowRow find(SessionToken token, @PathVariable String id);

    @PostExchange
    WorkflowRow create(SessionToken token, @RequestBody Entry entry);

    @PutExchange("/{id}")
    WorkflowRow change(SessionToken token, @PathVariable String id, @RequestBody Entry entry);

    @PostExchange("/{id}/duplicate")
    WorkflowRow duplicate(SessionToken token, @PathVariable String id, @RequestBody Map<String, String> named);

    /** Refused with their number while people are inside. */
    @DeleteExchange("/{id}")
    void archive(SessionToken token, @PathVariable String id);

    @PostExchange("/{id}/validate")
    Check validate(SessionToken token, @PathVariable String id);

    @PostExchange("/{id}/activate")
    Activated activate(
            SessionToken token, @PathVariable String id, IfMatch draft, @RequestBody Map<String, String> seen);

    @PostExchange("/{id}/pause")
    WorkflowRow pause(SessionToken token, @PathVariable String id, @RequestBody Map<String, String> inside);

    @PostExchange("/{id}/resume")
    WorkflowRow resume(SessionToken token, @PathVariable String id);

    /** What a person calls a workflow. */
    record Entry(String name, List<String> tags) {}

    /** Tags in use, in alphabetical order. */
    record Tags(List<String> items) {}

    /** The version that an activation made. */
    record Activated(int version) {}

    /**
     * What is wrong with the draft, and what activating it would do.
     *
     * @param ok nothing keeps it from being activated
     * @param triggersEtag of the triggers that were looked at, in quotes
     */
    record Check(
            boolean ok,
            List<DrawingProblem> problems,
            Confirmation confirmation,
            @Nullable String triggersEtag) {

        public Check {
            problems = List.copyOf(problems);
        }
    }

    /**
     * What a person says yes to.
     *
     * @param text in plain sentences; empty when the engine gives none
     * @param matchingEvents events of the last 7 days that would have started it
     * @param atLeast whether there were more than were counted
     */
    record Confirmation(String text, Long matchingEvents, Boolean atLeast) {

        public Confirmation(@Nullable String text, @Nullable Long matchingEvents, @Nullable Boolean atLeast) {
            this.text = Objects.requireNonNullElse(text, "");
            this.matchingEvents = Objects.requireNonNullElse(matchingEvents, 0L);
            this.atLeast = Objects.requireNonNullElse(atLeast, Boolean.FALSE);
        }
    }

    /** The names a filter of the list knows: search, status, tag, event, sort. */
    default Slice<WorkflowRow> page(SessionToken token, Filter filter, Optional<String> cursor) {
        var asked = Query.none().with("cursor", cursor);
        for (var name : List.of("search", "status", "tag", "event", "sort")) {
            asked = asked.with(name, filter.get(name));
        }
        var page = list(token, asked);
        return new Slice<>(page.items(), page.cursor());
    }

    /** The workflows that something can be narrowed to, last changed first. */
    default List<Choice> choices(SessionToken token) {
        return Page.all(part -> list(token, part)).stream()
                .map(workflow -> new Choice(workflow.id(), workflow.name()))
                .toList();
    }

    /** The tags in use, in alphabetical order. */
    default List<String> tags(SessionToken token) {
        return tags(token, Query.none()).items();
    }

    /** The tags of the workflows of one status, such as the archived ones; without one of those that the list shows. */
    default List<Choice> tagsOf(SessionToken token, Optional<String> status) {
        return tags(token, Query.none().with("status", status)).items().stream()
                .map(tag -> new Choice(tag, tag))
                .toList();
    }

    /** A copy with the same drawing, tags and triggers; the engine names it. */
    default WorkflowRow duplicate(SessionToken token, String id) {
        return duplicate(token, id, Map.of());
    }

    /**
     * Makes the draft the active version and answers its number; {@link io.usher.designer.engine.EngineException.Stale} when
     * draft or triggers are no longer those that the person saw.
     *
     * @param draft tag of the draft that was looked at
     */
    default int activate(SessionToken token, String id, String draft, Check seen) {
        var triggers = seen.triggersEtag();
        Map<String, String> body = triggers == null ? Map.of() : Map.of("triggersEtag", triggers);
        return activate(token, id, new IfMatch(draft), body).version();
    }

    /**
     * Starts nobody any more.
     *
     * @param inside what people inside do: go-on or hold
     */
    default WorkflowRow pause(SessionToken token, String id, String inside) {
        return pause(token, id, Map.of("inside", inside));
    }
}
