package io.usher.engine.workflow.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The name of a workflow that is made of something. */
@Schema(name = "NewName")
record NameForm(
        @Schema(description = "1 to 200 characters; empty: a name is made") @Nullable
        String name) {

    /** The checked name; null when none is wanted. */
    static @Nullable String chosen(@Nullable NameForm form) {
        var name = form == null ? null : form.name();
        return name == null || name.isBlank()
                ? null
                : new WorkflowForm(name, null).check().name();
    }
}
