package io.usher.engine.workflow.spi;

import java.util.List;

/**
 * A kind of block. Each is one class in the block module and a bean; the catalogue, the form in the designer, validation and
 * execution all come from it. A block never sees Zeebe.
 */
public sealed interface BlockType permits StartBlock, ActionBlock, WaitBlock, DecisionBlock, ExitBlock {

    BlockDescription description();

    /**
     * What is wrong with these settings beyond what the description's fields say by themselves (required, limits, choices and
     * references to segments and event types are checked for every block); sentences for the person who draws.
     */
    default List<SettingProblem> check(Settings settings) {
        return List.of();
    }

    /** One setting that is wrong; {@code field} is the field's name, {@code rule} a stable code. */
    record SettingProblem(String field, String rule, String message) {}
}
