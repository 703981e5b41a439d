package io.usher.engine.workflow.internal;

import io.usher.engine.rule.Rule;
import io.usher.engine.rule.Rules;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Problem.FieldError;
import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.Problems;
import io.usher.engine.workflow.Reentry;
import io.usher.engine.workflow.StartLink;
import io.usher.engine.workflow.StopLink;
import io.usher.engine.workflow.StopLink.Match;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Triggers as they stand in the API and in the store. */
@Component
public class TriggersJson {

    private static final int MOST_LINKS = 20;
    private static final int MOST_MATCHES = 10;

    private final Rules rules;

    public TriggersJson(Rules rules) {
        this.rules = rules;
    }

    /**
     * The triggers that this object says.
     *
     * @throws ProblemException 400 with one error per field, for example {@code start[0].reentry.every}
     */
    public Triggers read(Map<String, ?> json) {
        var errors = new ArrayList<FieldError>();
        var root = JsonFields.root(json, errors);
        root.only("start", "stop", "changedAt", "changedBy");
        var start = root.objects("start", MOST_LINKS).stream()
                .map(link -> startLink(link, errors))
                .toList();
        var stop = root.objects("stop", MOST_LINKS).stream()
                .map(link -> stopLink(link, errors))
                .toList();
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return new Triggers(start, stop);
    }

    /** The triggers in the form that {@link #read} takes. */
    public Map<String, @Nullable Object> write(Triggers triggers) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("start", triggers.start().stream().map(this::write).toList());
        json.put("stop", triggers.stop().stream().map(this::write).toList());
        return json;
    }

    private StartLink startLink(JsonFields link, List<FieldError> errors) {
        link.only("eventType", "filter", "reentry");
        var type = eventType(link);
        var filter = filter(link, errors);
        var reentry = link.object("reentry");
        return new StartLink(type, filter, reentry == null ? Reentry.EACH_TIME : ReentryJson.read(reentry));
    }

    private StopLink stopLink(JsonFields link, List<FieldError> errors) {
        link.only("eventType", "filter", "match");
        var type = eventType(link);
        var filter = filter(link, errors);
        var match = link.objects("match", MOST_MATCHES).stream()
                .map(TriggersJson::match)
                .toList();
        return new StopLink(type, filter, match);
    }

    private static Match match(JsonFields match) {
        match.only("start", "stop");
        return new Match(match.text("start"), match.text("stop"));
    }

    private static EventTypeKey eventType(JsonFields link) {
        var key = link.text("eventType");
        if (key.length() > EventTypeKey.MAX_LENGTH) {
            link.error("eventType", "text", "has more than " + EventTypeKey.MAX_LENGTH + " characters");
        }
        return new EventTypeKey(key.isEmpty() ? "missing" : key);
    }

    private @Nullable Rule filter(JsonFields link, List<FieldError> errors) {
        var json = link.value("filter");
        if (json == null) {
            return null;
        }
        try {
            return rules.parse(json, link.path("filter"));
        } catch (ProblemException e) {
            if (e.problem().errors().isEmpty()) {
                throw e;
            }
            errors.addAll(e.problem().errors());
            return null;
        }
    }

    private Map<String, @Nullable Object> write(StartLink link) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("eventType", link.eventType().value());
        if (link.filter() != null) {
            json.put("filter", rules.json(link.filter()));
        }
        json.put("reentry", ReentryJson.write(link.reentry()));
        return json;
    }

    private Map<String, @Nullable Object> write(StopLink link) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("eventType", link.eventType().value());
        if (link.filter() != null) {
            json.put("filter", rules.json(link.filter()));
        }
        json.put(
                "match",
                link.match().stream()
                        .map(match -> Map.of("start", match.start(), "stop", match.stop()))
                        .toList());
        return json;
    }
}
