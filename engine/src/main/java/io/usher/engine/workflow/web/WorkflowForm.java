package io.usher.engine.workflow.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.usher.engine.platform.web.FieldChecks;
import io.usher.engine.shared.VisibleText;
import io.usher.engine.workflow.internal.Workflow;
import io.usher.engine.workflow.internal.WorkflowService;
import io.usher.engine.workflow.internal.WorkflowStore.Named;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Name and tags as they are sent. */
record WorkflowForm(
        @Schema(description = "1 to 200 characters") @Nullable
        String name,

        @Schema(description = "At most 20, each of 1 to 50 characters") @Nullable
        List<@Nullable String> tags) {

    private static final int LONGEST_TAG = 50;
    private static final int MOST_TAGS = 20;

    /** The form that would make the workflow what it is. */
    static WorkflowForm of(Workflow workflow) {
        return new WorkflowForm(workflow.name(), List.copyOf(workflow.tags()));
    }

    /** Name and tags after checking. */
    Named check() {
        var checks = new FieldChecks();
        var checkedName = checks.text("name", clean(name), WorkflowService.LONGEST_NAME);
        checks.check(printable(checkedName), "name", "characters", "name must not have control characters");
        var checkedTags = tags(checks);
        checks.orThrow();
        return new Named(checkedName, checkedTags);
    }

    private List<String> tags(FieldChecks checks) {
        if (tags == null) {
            return List.of();
        }
        checks.check(tags.size() <= MOST_TAGS, "tags", "size", "tags must be at most " + MOST_TAGS);
        var checked = new LinkedHashSet<String>();
        for (int i = 0; i < Math.min(tags.size(), MOST_TAGS); i++) {
            var field = "tags[" + i + "]";
            var tag = checks.text(field, clean(tags.get(i)), LONGEST_TAG);
            checks.check(printable(tag), field, "characters", field + " must not have control characters");
            checked.add(tag);
        }
        return new ArrayList<>(checked);
    }

    private static @Nullable String clean(@Nullable String text) {
        return text == null ? null : VisibleText.clean(text);
    }

    private static boolean printable(String text) {
        return !VisibleText.hasControls(text);
    }
}
