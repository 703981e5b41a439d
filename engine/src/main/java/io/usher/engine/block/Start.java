package io.usher.engine.block;

import io.usher.engine.workflow.spi.BlockDescription;
import io.usher.engine.workflow.spi.BlockDescription.Drawn;
import io.usher.engine.workflow.spi.BlockDescription.Ways;
import io.usher.engine.workflow.spi.StartBlock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where every journey begins. What starts it stands in the triggers, beside the drawing. */
@Component
class Start implements StartBlock {

    private static final BlockDescription DESCRIPTION = new BlockDescription(
            "start",
            "Start",
            "Journeys begin here. Which events start and stop the workflow is set in its triggers.",
            "",
            "flow",
            "play",
            Drawn.START_EVENT,
            null,
            Ways.ONE,
            List.of());

    @Override
    public BlockDescription description() {
        return DESCRIPTION;
    }
}
