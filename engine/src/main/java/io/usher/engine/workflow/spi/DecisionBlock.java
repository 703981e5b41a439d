package io.usher.engine.workflow.spi;

import io.usher.engine.shared.Reason;
import java.util.List;

/** A block with several ways out, one of which is taken at once. */
public non-sealed interface DecisionBlock extends BlockType {

    /** The way taken on data of the moment, and why; one of {@code ways}, which are in their order, else last. */
    Choice choose(Visit visit, List<WayOut> ways);

    /** What is wrong with these ways out of the block. */
    List<SettingProblem> checkWays(List<WayOut> ways);

    /** The way taken and the reason for the trail. */
    record Choice(WayOut way, Reason reason) {}
}
