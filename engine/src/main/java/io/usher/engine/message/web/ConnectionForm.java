package io.usher.engine.message.web;

import io.usher.engine.message.Connections.Draft;
import io.usher.engine.message.MessageConnection;
import io.usher.engine.platform.web.FieldChecks;
import io.usher.engine.platform.web.MergePatch;
import io.usher.engine.shared.VisibleText;
import io.usher.engine.shared.WorkspaceId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A connection as a request has it, whole or as a merge patch; secrets are read and never answered. */
final class ConnectionForm {

    private static final List<String> NEW = List.of("kind", "name", "settings", "secrets", "enabled", "catcher");
    private static final List<String> CHANGED = List.of("name", "settings", "secrets", "enabled", "catcher");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_VALUE = 4_000;

    private final FieldChecks checks = new FieldChecks();
    private final Map<String, @Nullable Object> body;
    private final MergePatch patch;

    private ConnectionForm(Map<String, @Nullable Object> body, List<String> fields) {
        this.body = body;
        this.patch = MergePatch.of(body, fields, checks);
    }

    /** What is to be, and the secrets that are to be others; null takes one away. */
    record Read(Draft draft, Map<String, @Nullable String> secrets) {

        Map<String, String> given() {
            return withoutNulls(secrets);
        }
    }

    static Read made(Map<String, @Nullable Object> body, WorkspaceId workspace) {
        var form = new ConnectionForm(body, NEW);
        var kind = form.checks.text("kind", form.patch.text("kind", null), LONGEST_NAME);
        return form.read(workspace, kind, null, Map.of(), true, false);
    }

    static Read changed(Map<String, @Nullable Object> body, MessageConnection now) {
        var form = new ConnectionForm(body, CHANGED);
        return form.read(now.workspace(), now.kind(), now.name(), now.settings(), now.enabled(), now.catcher());
    }

    private Read read(
            WorkspaceId workspace,
            String kind,
            @Nullable String name,
            Map<String, String> settings,
            boolean enabled,
            boolean catcher) {
        var next = new HashMap<String, @Nullable String>(settings);
        values("settings").forEach(next::put);
        var draft = new Draft(
                workspace, kind, name(name), withoutNulls(next), flag("enabled", enabled), flag("catcher", catcher));
        var secrets = values("secrets");
        checks.orThrow();
        return new Read(draft, secrets);
    }

    private static Map<String, String> withoutNulls(Map<String, @Nullable String> values) {
        var kept = new HashMap<String, String>();
        values.forEach((key, value) -> {
            if (value != null) {
                kept.put(key, value);
            }
        });
        return kept;
    }

    private String name(@Nullable String now) {
        var sent = patch.text("name", now);
        var name = checks.text("name", sent == null ? null : VisibleText.clean(sent), LONGEST_NAME);
        checks.check(!VisibleText.hasControls(name), "name", "characters", "name must not have control characters");
        return name;
    }

    private boolean flag(String field, boolean now) {
        var sent = body.getOrDefault(field, now);
        checks.check(sent instanceof Boolean, field, "type", field + " must be true or false");
        return Boolean.TRUE.equals(sent);
    }

    /** Numbers and yes or no are as good as texts. */
    private Map<String, @Nullable String> values(String field) {
        var sent = body.get(field);
        var values = new LinkedHashMap<String, @Nullable String>();
        if (sent == null) {
            return values;
        }
        if (!(sent instanceof Map<?, ?> map)) {
            checks.error(field, "type", field + " must be an object");
            return values;
        }
        map.forEach((key, value) -> values.put(String.valueOf(key), value(field + "." + key, value)));
        return values;
    }

    private @Nullable String value(String field, @Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return Objects.toString(value, null);
        }
        if (!(value instanceof String text) || VisibleText.hasControls(text)) {
            checks.error(field, "type", field + " must be a text of one line");
            return null;
        }
        checks.check(
                text.length() <= LONGEST_VALUE,
                field,
                "length",
                field + " must have at most " + LONGEST_VALUE + " characters");
        return text.isBlank() ? null : text;
    }
}
