package io.usher.designer.drawing;

import io.usher.designer.canvas.Block;
import io.usher.designer.engine.Tagged;
import io.usher.designer.workflows.WorkflowRow;
import java.util.List;

/** What the screen needs before anything can be drawn. */
record Opened(WorkflowRow workflow, Tagged draft, List<Block> blocks) {}
