package io.usher.designer.drawing;

import io.usher.designer.channels.Channels;
import io.usher.designer.form.FormBook;
import io.usher.designer.triggers.TriggerBook;
import io.usher.designer.workflows.WorkflowBook;
import org.springframework.stereotype.Component;

/** All that a drawing reads from the engine and asks of it. */
@Component
record Books(DraftBook drafts, WorkflowBook workflows, TriggerBook triggers, FormBook forms, Channels channels) {}
