package io.usher.engine.workflow.web;

import io.usher.engine.platform.web.StaleBody;
import io.usher.engine.workflow.internal.DraftStore.Stamp;
import io.usher.engine.workflow.internal.Workflow;

/** What answers a change that was made on an older draft, or on older triggers; {@code nothing}: what was not done. */
final class Stale {

    private Stale() {}

    static StaleBody draft(Stamp now, String nothing) {
        return StaleBody.of("draft", now.tag(), now.saved().at(), now.saved().by(), nothing);
    }

    static StaleBody triggers(Workflow now, String nothing) {
        var change = now.triggersChanged();
        return StaleBody.of("triggers", now.triggersTag(), change.at(), change.by(), nothing);
    }
}
