package io.usher.engine.event.internal;

import io.usher.engine.event.NewEvent;
import io.usher.engine.platform.json.JsonValues;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.VisibleText;
import io.usher.engine.shared.WorkspaceId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the body of the event call; what is wrong is refused whole, with the field and the rule. */
public final class EventBody {

    private static final int MAX_DEPTH = 8;
    private static final int MAX_NAME = 300;
    private static final Duration CLOCKS = Duration.ofMinutes(5);
    private static final Set<String> FIELDS =
            Set.of("eventTypeKey", "keyValue", "id", "occurredAt", "history", "params", "eventParams");

    private final Map<String, @Nullable Object> body;
    private final List<String> warnings;

    /** An event as it was sent, and what its sender should know. */
    public record Read(NewEvent event, List<String> warnings) {

        public Read {
            warnings = List.copyOf(warnings);
        }
    }

    private EventBody(Map<String, @Nullable Object> body, List<String> warnings) {
        this.body = body;
        this.warnings = warnings;
    }

    /**
     * The event that this JSON says.
     *
     * @param idempotencyKey the event's id when the body has none
     * @param now for the check that the event did not happen in the future
     */
    public static Read read(
            WorkspaceId workspace, JsonValues.Read json, @Nullable String idempotencyKey, String source, Instant now) {
        var warnings = new ArrayList<>(json.warnings());
        var body = new EventBody(JsonValues.object(json.value()), warnings);
        return new Read(body.event(workspace, idempotencyKey, source, now), warnings);
    }

    private NewEvent event(WorkspaceId workspace, @Nullable String idempotencyKey, String source, Instant now) {
        var type = text("eventTypeKey");
        if (type == null) {
            throw Problems.invalid("eventTypeKey", "required", "eventTypeKey is required");
        }
        var checkedType = EventKeys.checkType("eventTypeKey", type);
        cleaned("eventTypeKey", type, checkedType.value());
        var key = text("keyValue");
        var checkedKey = key == null || VisibleText.clean(key).isEmpty() ? null : EventKeys.checkKey("keyValue", key);
        cleaned("keyValue", key, checkedKey);
        body.keySet().stream()
                .filter(name -> !FIELDS.contains(name))
                .forEach(name -> warnings.add(name + " is not a field of an event and was left out"));
        return new NewEvent(
                workspace,
                checkedType,
                id(idempotencyKey),
                checkedKey,
                occurredAt(now),
                history(),
                params(),
                source,
                null);
    }

    private void cleaned(String field, @Nullable String sent, @Nullable String taken) {
        if (taken != null && !taken.equals(sent)) {
            warnings.add(
                    field + " was taken as \"" + taken + "\", without spaces at its ends or characters nobody sees");
        }
    }

    private @Nullable EventId id(@Nullable String idempotencyKey) {
        var id = text("id");
        if (id != null) {
            return EventKeys.checkId("id", id);
        }
        return idempotencyKey == null ? null : EventKeys.checkId("Idempotency-Key", idempotencyKey);
    }

    private @Nullable Instant occurredAt(Instant now) {
        var text = text("occurredAt");
        if (text == null) {
            return null;
        }
        Instant at;
        try {
            at = Instant.ofEpochMilli(OffsetDateTime.parse(text).toInstant().toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            throw Problems.invalid(
                    "occurredAt", "format", "occurredAt is not a time with offset such as 2026-01-31T09:30:00+01:00");
        }
        if (at.isAfter(now.plus(CLOCKS))) {
            throw Problems.invalid("occurredAt", "future", "occurredAt is more than 5 minutes in the future");
        }
        return at;
    }

    private boolean history() {
        return switch (body.get("history")) {
            case null -> false;
            case Boolean history -> history;
            default -> throw Problems.invalid("history", "type", "history is not true or false");
        };
    }

    private Params params() {
        var field = body.get("params") == null ? "eventParams" : "params";
        if (field.equals("params") && body.get("eventParams") != null) {
            warnings.add("eventParams was left out, since params is there");
        }
        var params = new LinkedHashMap<String, @Nullable Object>();
        switch (body.get(field)) {
            case null -> {}
            case Map<?, ?> map -> map.forEach((name, value) -> add(params, field + "." + name, (String) name, value));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    entry(params, field + "[" + i + "]", list.get(i));
                }
            }
            default ->
                throw Problems.invalid(field, "type", field + " is neither a list of {name, value} nor an object");
        }
        return new Params(params);
    }

    private void entry(Map<String, @Nullable Object> params, String field, @Nullable Object entry) {
        if (!(entry instanceof Map<?, ?> map)) {
            throw Problems.invalid(field, "type", field + " is not an object with name and value");
        }
        if (!(map.get("name") instanceof String name)) {
            throw Problems.invalid(field + ".name", "required", field + ".name is not a text");
        }
        add(params, field, name, map.get("value"));
    }

    private void add(Map<String, @Nullable Object> params, String field, String name, @Nullable Object value) {
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw Problems.invalid(field, "length", "A param's name has 1 to " + MAX_NAME + " characters");
        }
        if (depth(value) > MAX_DEPTH) {
            throw Problems.invalid(field, "depth", "The value of " + name + " is nested deeper than " + MAX_DEPTH);
        }
        if (params.containsKey(name)) {
            params.remove(name);
            warnings.add("Param " + name + " came more than once; the last value was taken");
        }
        params.put(name, value);
    }

    private static int depth(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                1 + map.values().stream().mapToInt(EventBody::depth).max().orElse(0);
            case List<?> list ->
                1 + list.stream().mapToInt(EventBody::depth).max().orElse(0);
            case null, default -> 0;
        };
    }

    private @Nullable String text(String field) {
        return switch (body.get(field)) {
            case null -> null;
            case String text -> text;
            case Long number -> number.toString();
            default -> throw Problems.invalid(field, "type", field + " is not a text");
        };
    }
}
