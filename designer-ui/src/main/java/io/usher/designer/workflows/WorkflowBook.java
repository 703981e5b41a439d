package io.usher.designer.workflows;

import io.usher.designer.canvas.DrawingProblem;
import io.usher.designer.engine.ApiPath;
import io.usher.designer.engine.EngineClient;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.list.Filter;
import io.usher.designer.list.Slice;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads workflows from the engine and asks it to change them; calls block. */
@Service
public class WorkflowBook {

    private static final String ONE = "/workflows/{id}";

    private final EngineClient engine;

    WorkflowBook(EngineClient engine) {
        this.engine = engine;
    }

    /** A version that was activated. */
    public record Version(int n, String name, Instant activatedAt, String activatedBy) {}

    /**
     * What is wrong with the draft, and what activating it would do.
     *
     * @param ok nothing keeps it from being activated
     * @param triggersEtag of the triggers that were looked at, in quotes
     */
    public record Check(
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
    public record Confirmation(String text, Long matchingEvents, Boolean atLeast) {

        public Confirmation(@Nullable String text, @Nullable Long matchingEvents, @Nullable Boolean atLeast) {
            this.text = Objects.requireNonNullElse(text, "");
            this.matchingEvents = Objects.requireNonNullElse(matchingEvents, 0L);
            this.atLeast = Objects.requireNonNullElse(atLeast, Boolean.FALSE);
        }
    }

    /** The names a filter of the list knows: search, status, tag, event, sort. */
    public Slice<WorkflowRow> page(SessionToken token, Filter filter, Optional<String> cursor) {
        record Page(List<WorkflowRow> items, @Nullable String next) {}
        var path = ApiPath.of("/workflows");
        for (var name : List.of("search", "status", "tag", "event", "sort")) {
            path = path.with(name, filter.get(name));
        }
        var page = engine.get(token, path.with("cursor", cursor), Page.class);
        return new Slice<>(page.items(), Optional.ofNullable(page.next()));
    }

    /** The tags in use, in alphabetical order. */
    public List<String> tags(SessionToken token) {
        return tags(token, Optional.empty());
    }

    /** The tags of the workflows of one status, such as the archived ones. */
    List<String> tags(SessionToken token, Optional<String> status) {
        record Tags(List<String> items) {}
        return engine.get(token, ApiPath.of("/workflows/tags").with("status", status), Tags.class)
                .items();
    }

    public WorkflowRow find(SessionToken token, String id) {
        return engine.get(token, ApiPath.of(ONE, id), WorkflowRow.class);
    }

    public WorkflowRow create(SessionToken token, String name, List<String> tags) {
        return engine.post(token, ApiPath.of("/workflows"), Map.of("name", name, "tags", tags), WorkflowRow.class);
    }

    public WorkflowRow rename(SessionToken token, String id, String name, List<String> tags) {
        return engine.put(token, ApiPath.of(ONE, id), Map.of("name", name, "tags", tags), WorkflowRow.class);
    }

    /** A copy with the same drawing, tags and triggers; the engine names it where no name is given. */
    public WorkflowRow duplicate(SessionToken token, String id, Optional<String> name) {
        var body = new LinkedHashMap<String, String>();
        name.ifPresent(given -> body.put("name", given));
        return engine.post(token, ApiPath.of(ONE + "/duplicate", id), body, WorkflowRow.class);
    }

    /** Refused with their number while people are inside. */
    public void archive(SessionToken token, String id) {
        engine.delete(token, ApiPath.of(ONE, id));
    }

    public Check validate(SessionToken token, String id) {
        return engine.post(token, ApiPath.of(ONE + "/validate", id), Map.of(), Check.class);
    }

    /**
     * Makes the draft the active version and answers its number; {@link io.usher.designer.engine.EngineException.Stale} when
     * draft or triggers are no longer those that the person saw.
     *
     * @param draft tag of the draft that was looked at
     */
    public int activate(SessionToken token, String id, String draft, Check seen) {
        record Activated(int version) {}
        Map<String, String> body = seen.triggersEtag() == null ? Map.of() : Map.of("triggersEtag", seen.triggersEtag());
        return engine.postOn(token, ApiPath.of(ONE + "/activate", id), draft, body, Activated.class)
                .version();
    }

    /**
     * Starts nobody any more.
     *
     * @param inside what people inside do: go-on or hold
     */
    public WorkflowRow pause(SessionToken token, String id, String inside) {
        return engine.post(token, ApiPath.of(ONE + "/pause", id), Map.of("inside", inside), WorkflowRow.class);
    }

    public WorkflowRow resume(SessionToken token, String id) {
        return engine.post(token, ApiPath.of(ONE + "/resume", id), Map.of(), WorkflowRow.class);
    }

    /** Every version that was activated, newest first. */
    public List<Version> versions(SessionToken token, String id) {
        return engine.all(token, ApiPath.of(ONE + "/versions", id), Version.class);
    }

    /** A version as it was drawn. */
    public String versionBpmn(SessionToken token, String id, int n) {
        return engine.getXml(token, ApiPath.of(ONE + "/versions/" + n + "/bpmn", id))
                .body();
    }
}
