package io.usher.designer.drawing;

import io.usher.designer.canvas.Catalogue;
import io.usher.designer.channels.ChannelClient;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.engine.Together;
import io.usher.designer.form.FormClients;
import io.usher.designer.form.Named;
import io.usher.designer.triggers.TriggerClients;
import io.usher.designer.workflows.VersionClient;
import io.usher.designer.workflows.WorkflowClient;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All that a drawing reads from the engine and asks of it. */
@Component
record DrawingClients(
        DraftClient drafts,
        WorkflowClient workflows,
        VersionClient versions,
        TriggerClients triggers,
        FormClients forms,
        ChannelClient channels,
        Catalogue catalogue) {

    /** All that the screen shows first. */
    Opened open(SessionToken token, String id) {
        try (var together = new Together()) {
            var draft = together.ask(() -> drafts.read(token, id));
            var blocks = together.ask(() -> catalogue.blocks(token));
            var workflow = workflows.find(token, id);
            return new Opened(workflow, draft.get(), blocks.get());
        }
    }

    /** The names of segments by their keys. */
    Map<String, String> segmentNames(SessionToken token) {
        return forms.segments().all(token).stream()
                .collect(Collectors.toMap(Named::key, Named::label, (first, again) -> first));
    }
}
