package io.usher.engine.event.web;

import io.usher.engine.event.EventType;
import io.usher.engine.event.EventType.Category;
import io.usher.engine.event.EventType.DeclaredParam;
import io.usher.engine.event.internal.EventKeys;
import io.usher.engine.rule.KnownFact;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.VisibleText;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The body of a call that makes or changes an event type. */
record EventTypeRequest(
        @Nullable String key,
        @Nullable String name,
        @Nullable String category,
        @Nullable String keyParam,
        @Nullable List<@Nullable ParamRequest> params) {

    private static final int MAX_NAME = 200;
    private static final int MAX_PARAMS = 100;

    record ParamRequest(
            @Nullable String name,
            boolean required,
            @Nullable String type) {

        static ParamRequest of(DeclaredParam param) {
            return new ParamRequest(
                    param.name(),
                    param.required(),
                    param.type() == null ? null : param.type().key());
        }
    }

    /** The request that would make the type what it is. */
    static EventTypeRequest of(EventType type) {
        return new EventTypeRequest(
                null,
                type.name(),
                type.category().key(),
                type.keyParam(),
                type.params().stream().map(ParamRequest::of).toList());
    }

    EventType forCreate(WorkspaceId workspace) {
        if (key == null) {
            throw Problems.invalid("key", "required", "key is required");
        }
        return type(workspace, EventKeys.checkType("key", key));
    }

    EventType forUpdate(WorkspaceId workspace, EventTypeKey existing) {
        if (key != null && !key.equals(existing.value())) {
            throw Problems.invalid("key", "immutable", "The key of an event type cannot be changed");
        }
        return type(workspace, existing);
    }

    private EventType type(WorkspaceId workspace, EventTypeKey checked) {
        return new EventType(
                checked,
                workspace,
                name == null || name.isBlank() ? checked.value() : text("name", name),
                chosen(),
                keyParam == null || keyParam.isBlank() ? null : text("keyParam", keyParam),
                declared(),
                Instant.EPOCH,
                null);
    }

    private Category chosen() {
        if (category == null) {
            return Category.OTHER;
        }
        return Keyed.read(Category.class, "category", category.toLowerCase(Locale.ROOT));
    }

    private List<DeclaredParam> declared() {
        if (params == null) {
            return List.of();
        }
        if (params.size() > MAX_PARAMS) {
            throw Problems.invalid("params", "size", "At most " + MAX_PARAMS + " params are declared");
        }
        var declared = new ArrayList<DeclaredParam>();
        for (int i = 0; i < params.size(); i++) {
            var each = params.get(i);
            if (each == null || each.name() == null || each.name().isBlank()) {
                throw Problems.invalid("params[" + i + "].name", "required", "A declared param has a name");
            }
            var field = "params[" + i + "]";
            declared.add(new DeclaredParam(
                    text(field + ".name", each.name()), each.required(), meant(field + ".type", each.type())));
        }
        return declared;
    }

    private static KnownFact.@Nullable Type meant(String field, @Nullable String type) {
        if (type == null) {
            return null;
        }
        return Keyed.read(KnownFact.Type.class, field, type);
    }

    private static String text(String field, String text) {
        var clean = VisibleText.clean(text);
        if (clean.isEmpty() || clean.length() > MAX_NAME || VisibleText.hasControls(clean)) {
            throw Problems.invalid(
                    field, "length", field + " has 1 to " + MAX_NAME + " characters and no control characters");
        }
        return clean;
    }
}
