package io.usher.designer.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.usher.designer.canvas.Block;
import io.usher.designer.canvas.Block.Field;
import io.usher.designer.canvas.Change;
import io.usher.designer.canvas.DrawingProblem;
import io.usher.designer.canvas.Selection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of a block: its name, the fields its kind has in the catalogue, and its ways out when it decides. */
final class BlockElement extends ElementForm {

    private static final Set<String> CHOSEN = Set.of("choice", "segment", "event-type", "param");

    private final String id;
    private final Consumer<Map<String, Change>> changed;
    private final TextField name = SettingFields.bySelf(new TextField(getTranslation("form.name")));
    private final Map<Field, SettingField> fields = new LinkedHashMap<>();
    private final Set<String> touched = new HashSet<>();
    private final Map<String, String> said = new LinkedHashMap<>();
    private final UnorderedList others = new UnorderedList();
    private final Echo names = new Echo();
    private final Echo states = new Echo();

    @Nullable
    private final WaysEditor ways;

    private Map<String, Object> settings;
    private boolean quiet;

    BlockElement(
            Block block,
            Selection selection,
            Choices choices,
            WaysEditor.Asks asks,
            Consumer<Map<String, Change>> changed) {
        this.id = selection.id();
        this.changed = changed;
        this.settings = Json.copy(selection.settings());
        addClassName("us-form-element");
        name.addClassName("us-block-name");
        name.setPlaceholder(block.title());
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.setValueChangeTimeout(TextSetting.PAUSE_MILLIS);
        name.addBlurListener(left -> {});
        name.addValueChangeListener(change -> nameEdited(change.getValue()));
        others.addClassName("us-form-problems");
        add(new FormHeader(block), name, others);
        new FormLayout(block, choices, this::edited).lay(this, fields);
        ways = switch (block.ways()) {
            case "rules" -> new WaysEditor(false, choices, asks.of(id), this::waysEdited);
            case "shares" -> new WaysEditor(true, choices, asks.of(id), this::waysEdited);
            default -> null;
        };
        if (ways != null) {
            add(ways);
        }
        quiet = true;
        fillIn();
        quiet = false;
        show(selection);
        problems(List.of());
    }

    @Override
    void show(Selection now) {
        quiet = true;
        if (!names.isOwn(now.name())) {
            name.setValue(now.name());
        }
        if (!states.isOwn(now.settings()) && !Json.same(settings, now.settings())) {
            settings = Json.copy(now.settings());
            fillIn();
        }
        quiet = false;
        if (ways != null) {
            ways.show(now.ways());
        }
    }

    private void fillIn() {
        fields.forEach((field, shown) -> shown.show(settings.get(field.name())));
        showOrHide();
    }

    @Override
    void problems(List<DrawingProblem> problems) {
        said.clear();
        others.removeAll();
        for (var problem : problems) {
            var field = problem.field();
            if (field != null
                    && fields.keySet().stream().anyMatch(one -> one.name().equals(field))) {
                said.putIfAbsent(field, beside(problem));
            } else if (field == null || !field.startsWith(WaysEditor.FIELD)) {
                others.add(new ListItem(problem.message()));
            }
        }
        others.setVisible(others.getComponentCount() > 0);
        fields.keySet().forEach(this::check);
        if (ways != null) {
            ways.problems(problems);
        }
    }

    @Override
    void choicesChanged() {
        fields.values().forEach(SettingField::choicesChanged);
        if (ways != null) {
            ways.choicesChanged();
        }
    }

    /** What has to be filled in, before what can be. */
    @Override
    Component first() {
        return shown().filter(field -> field.required() && Json.isEmpty(settings.get(field.name())))
                .findFirst()
                .or(() -> shown().findFirst())
                .map(field -> Objects.requireNonNull(fields.get(field)).field())
                .or(() -> Optional.ofNullable(ways).flatMap(WaysEditor::first))
                .orElse(name);
    }

    private Stream<Field> shown() {
        return fields.entrySet().stream()
                .filter(field -> field.getValue().isVisible())
                .map(Map.Entry::getKey);
    }

    @Override
    Component lead(DrawingProblem problem) {
        var name = Objects.toString(problem.field(), "");
        if (ways != null && name.startsWith(WaysEditor.FIELD)) {
            return ways.lead(problem).orElseGet(this::first);
        }
        for (var one : fields.entrySet()) {
            if (one.getKey().name().equals(name) && one.getValue().isVisible()) {
                said.put(name, beside(problem));
                check(one.getKey());
                return one.getValue().field();
            }
        }
        return first();
    }

    /** Beside its field a problem need not name block and field again. */
    private String beside(DrawingProblem problem) {
        if ("required".equals(problem.code())) {
            return fields.keySet().stream()
                    .filter(field -> field.name().equals(problem.field()))
                    .findFirst()
                    .map(this::missing)
                    .orElse(problem.message());
        }
        var said = without("\"" + problem.blockName() + "\" ", problem.message());
        var why = fields.keySet().stream()
                .filter(field -> field.name().equals(problem.field()))
                .findFirst()
                .map(field -> without("has a wrong \"" + field.label() + "\": ", said))
                .orElse(said);
        return why.substring(0, 1).toUpperCase(Locale.ROOT) + why.substring(1);
    }

    /** Only exactly this beginning: what else stands in a sentence is the engine's. */
    private static String without(String beginning, String sentence) {
        return sentence.startsWith(beginning) && sentence.length() > beginning.length()
                ? sentence.substring(beginning.length())
                : sentence;
    }

    private String missing(Field field) {
        return getTranslation(CHOSEN.contains(field.kind()) ? "form.required.choose" : "form.required");
    }

    private void edited(Field field, @Nullable Object value) {
        if (quiet) {
            return;
        }
        settings = Json.copy(settings);
        if (Json.isEmpty(value)) {
            settings.remove(field.name());
        } else {
            settings.put(field.name(), value);
        }
        touched.add(field.name());
        said.remove(field.name());
        showOrHide();
        check(field);
        states.sent(settings);
        changed.accept(Map.of(id, new Change(null, Collections.unmodifiableMap(settings), null)));
    }

    private void nameEdited(String written) {
        if (!quiet) {
            names.sent(written);
            changed.accept(Map.of(id, new Change(written, null, null)));
        }
    }

    private void waysEdited(Map<String, Map<String, Object>> exits) {
        var changes = new LinkedHashMap<String, Change>();
        exits.forEach((flow, exit) -> changes.put(flow, new Change(null, null, exit)));
        changed.accept(changes);
    }

    private void showOrHide() {
        fields.forEach((field, shown) -> shown.setVisible(isShown(field)));
    }

    private boolean isShown(Field field) {
        return field.shownWhen().entrySet().stream()
                .allMatch(wanted -> wanted.getValue().equals(Objects.toString(valueOf(wanted.getKey()), "")));
    }

    private @Nullable Object valueOf(String setting) {
        var set = settings.get(setting);
        return set != null
                ? set
                : fields.keySet().stream()
                        .filter(field -> field.name().equals(setting))
                        .findFirst()
                        .map(Field::defaultValue)
                        .orElse(null);
    }

    private void check(Field field) {
        var shown = Objects.requireNonNull(fields.get(field));
        shown.problem(Optional.ofNullable(said.get(field.name()))
                .or(() -> touched.contains(field.name()) ? ownComplaint(field, shown) : Optional.empty()));
    }

    private Optional<String> ownComplaint(Field field, SettingField shown) {
        return field.required() && Json.isEmpty(settings.get(field.name()))
                ? Optional.of(missing(field))
                : shown.complaint();
    }

    /** A place for fields beside each other. */
    static Div pair(Component one, Component other) {
        var pair = new Div(one, other);
        pair.addClassName("us-form-pair");
        return pair;
    }
}
