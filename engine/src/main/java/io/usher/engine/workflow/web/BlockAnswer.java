package io.usher.engine.workflow.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.usher.engine.platform.words.Wording;
import io.usher.engine.workflow.internal.Catalogue;
import io.usher.engine.workflow.spi.BlockDescription;
import io.usher.engine.workflow.spi.BlockDescription.Field;
import io.usher.engine.workflow.spi.BlockType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A block of the catalogue, ready for the designer. */
@Schema(name = "Block")
record BlockAnswer(
        @Schema(description = "usher.block in the drawing") String key,
        String title,
        String help,

        @Schema(description = "One line from the settings, field names in braces")
        String summary,

        String family,

        @Schema(description = "Place of the family in the palette, from 0")
        int familyOrder,

        String icon,

        @Schema(allowableValues = {"start-event", "service-task", "timer", "exclusive-gateway", "end-event"})
        String drawn,

        @Schema(description = "zeebe:taskDefinition type of a service task") @Nullable
        String taskType,

        @Schema(allowableValues = {"none", "one", "rules", "shares"})
        String ways,

        List<FieldAnswer> fields) {

    static BlockAnswer of(BlockType block, Wording wording) {
        BlockDescription description = block.description();
        var key = "block." + description.key();
        return new BlockAnswer(
                description.key(),
                wording.label(key + ".title", description.title()),
                wording.label(key + ".help", description.help()),
                description.summary(),
                description.family(),
                Catalogue.familyOrder(block),
                description.icon(),
                key(description.drawn()),
                description.taskType(),
                key(description.ways()),
                description.fields().stream()
                        .map(field -> FieldAnswer.of(field, key + "." + field.name(), wording))
                        .toList());
    }

    /** One setting. */
    @Schema(name = "BlockField")
    record FieldAnswer(
            String name,
            String label,
            String help,

            @Schema(
                    allowableValues = {
                        "text",
                        "template",
                        "html-template",
                        "number",
                        "choice",
                        "flag",
                        "segment",
                        "event-type",
                        "param"
                    })
            String kind,

            boolean required,

            @Schema(description = "What the designer fills in") @Nullable
            Object defaultValue,

            List<Option> options,

            @Schema(description = "Smallest number, or fewest characters") @Nullable
            Long min,

            @Schema(description = "Largest number, or most characters") @Nullable
            Long max,

            @Schema(description = "Values of other fields that must hold for this one to be shown and required")
            Map<String, String> shownWhen) {

        static FieldAnswer of(Field field, String key, Wording wording) {
            return new FieldAnswer(
                    field.name(),
                    wording.label(key + ".label", field.label()),
                    wording.label(key + ".help", field.help()),
                    BlockAnswer.key(field.kind()),
                    field.required(),
                    field.defaultValue(),
                    field.options().entrySet().stream()
                            .map(option -> new Option(
                                    option.getKey(), wording.label(key + "." + option.getKey(), option.getValue())))
                            .toList(),
                    field.min(),
                    field.max(),
                    field.shownWhen());
        }
    }

    /** A value of a choice. */
    record Option(String value, String label) {}

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
