package io.usher.engine.block;

import io.usher.engine.workflow.spi.BlockDescription;
import io.usher.engine.workflow.spi.BlockDescription.Drawn;
import io.usher.engine.workflow.spi.BlockDescription.Ways;
import io.usher.engine.workflow.spi.ExitBlock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Where a journey ends. */
@Component
class Exit implements ExitBlock {

    private static final BlockDescription DESCRIPTION = new BlockDescription(
            "exit", "Exit", "The journey ends here.", "", "flow", "stop", Drawn.END_EVENT, null, Ways.NONE, List.of());

    @Override
    public BlockDescription description() {
        return DESCRIPTION;
    }
}
