package io.usher.engine.journey.work;

import io.usher.engine.platform.zeebe.Installation;
import io.usher.engine.workflow.spi.ActionBlock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The job types of this installation: one per kind of action block, and {@code usher.step}. */
@Component
class JobTypes {

    private static final String STEP = "usher.step";

    private final ObjectProvider<ActionBlock> blocks;
    private final Installation installation;

    JobTypes(ObjectProvider<ActionBlock> blocks, Installation installation) {
        this.blocks = blocks;
        this.installation = installation;
    }

    /** Known once the engine is ready. */
    List<String> all() {
        var tasks = blocks.stream()
                .flatMap(block -> Stream.ofNullable(block.description().taskType()));
        return Stream.concat(tasks, Stream.of(STEP))
                .distinct()
                .map(installation::jobType)
                .toList();
    }
}
