package io.usher.engine.workflow.spi;

import java.util.List;
import java.util.function.UnaryOperator;

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

    /**
     * What was changed in the meaning of stored settings since the block came (another name, another default, a field that went),
     * oldest first: the first makes settings of schema 2 of those of schema 1. Each gets what a person wrote then and must not
     * fail. One is added when the meaning changes, and none is ever changed or removed: versions of before are read by them.
     */
    default List<UnaryOperator<Settings>> settingsChanges() {
        return List.of();
    }

    /** The schema of settings as this block reads them: 1 at first. */
    default int settingsSchema() {
        return settingsChanges().size() + 1;
    }

    /** One setting that is wrong; {@code field} is the field's name, {@code rule} a stable code. */
    record SettingProblem(String field, String rule, String message) {}
}
