package io.usher.engine.workflow.internal.check;

import io.usher.engine.message.Renderer;
import io.usher.engine.workflow.internal.drawing.DrawingProblem;
import io.usher.engine.workflow.internal.drawing.Sketch.Block;
import io.usher.engine.workflow.spi.BlockDescription.Field;
import io.usher.engine.workflow.spi.BlockType;
import io.usher.engine.workflow.spi.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the description of a block's fields says by itself: required, kind, limits, choices, templates that can be rendered. */
final class SettingsCheck implements Check {

    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_TEMPLATE = 500_000;

    private final Renderer renderer;

    SettingsCheck(Renderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public List<DrawingProblem> check(Subject subject) {
        var problems = new ArrayList<DrawingProblem>();
        for (Block block : subject.sketch().blocks().values()) {
            if (block.type() != null && !hasBadSettings(subject, block)) {
                checkBlock(block, block.type(), problems);
            }
        }
        return problems;
    }

    private static boolean hasBadSettings(Subject subject, Block block) {
        return subject.sketch().problems().stream()
                .anyMatch(problem ->
                        problem.code().equals("bad-settings") && block.id().equals(problem.block()));
    }

    private void checkBlock(Block block, BlockType type, List<DrawingProblem> problems) {
        var fields = type.description().fields();
        for (Field field : fields) {
            if (isShown(field, fields, block.settings())) {
                checkField(block, field, problems);
            }
        }
        var unknown = new HashSet<>(block.settings().values().keySet());
        fields.forEach(field -> unknown.remove(field.name()));
        unknown.stream()
                .sorted()
                .map(name -> block.error("unknown-setting", "has an unknown setting \"" + name + "\"")
                        .at(name)
                        .asWarning())
                .forEach(problems::add);
    }

    private static boolean isShown(Field field, List<Field> fields, Settings settings) {
        for (Map.Entry<String, String> condition : field.shownWhen().entrySet()) {
            var value = settings.values().get(condition.getKey());
            var effective = value == null ? defaultOf(condition.getKey(), fields) : value;
            if (!condition.getValue().equals(String.valueOf(effective))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Object defaultOf(String name, List<Field> fields) {
        return fields.stream()
                .filter(field -> field.name().equals(name) && field.defaultValue() != null)
                .map(Field::defaultValue)
                .findFirst()
                .orElse(null);
    }

    private void checkField(Block block, Field field, List<DrawingProblem> problems) {
        var value = block.settings().values().get(field.name());
        if (value == null || value instanceof String text && text.isBlank()) {
            if (field.required()) {
                problems.add(block.error("required", "needs \"" + field.label() + "\"")
                        .at(field.name()));
            }
            return;
        }
        var wrong = wrong(block.settings(), field, value);
        if (wrong != null) {
            problems.add(block.error("setting", "has a wrong \"" + field.label() + "\": " + wrong)
                    .at(field.name()));
        }
    }

    private @Nullable String wrong(Settings settings, Field field, Object value) {
        return switch (field.kind()) {
            case NUMBER -> number(settings, field);
            case FLAG -> value instanceof Boolean ? null : "choose true or false";
            case CHOICE ->
                value instanceof String text && field.options().containsKey(text)
                        ? null
                        : "choose one of " + String.join(", ", field.options().keySet());
            case TEXT, SEGMENT, EVENT_TYPE, PARAM -> text(field, value, LONGEST_TEXT);
            case TEMPLATE, HTML_TEMPLATE -> template(field, value);
        };
    }

    private static @Nullable String number(Settings settings, Field field) {
        var number = settings.number(field.name());
        if (number.isEmpty()) {
            return "enter a whole number";
        }
        long value = number.get();
        if (field.min() != null && value < field.min()) {
            return "enter at least " + field.min();
        }
        return field.max() != null && value > field.max() ? "enter at most " + field.max() : null;
    }

    private static @Nullable String text(Field field, Object value, int longest) {
        if (!(value instanceof String text)) {
            return "enter a text";
        }
        if (field.min() != null && text.length() < field.min()) {
            return "enter at least " + field.min() + " characters";
        }
        long most = field.max() == null ? longest : field.max();
        return text.length() > most ? "enter at most " + most + " characters" : null;
    }

    private @Nullable String template(Field field, Object value) {
        var wrong = text(field, value, LONGEST_TEMPLATE);
        if (wrong != null || !(value instanceof String template)) {
            return wrong;
        }
        var found = renderer.check(template);
        return found.isEmpty() ? null : String.join("; ", found);
    }
}
