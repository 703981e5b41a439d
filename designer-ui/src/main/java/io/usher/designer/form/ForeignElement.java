package io.usher.designer.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import io.usher.designer.canvas.Block;
import io.usher.designer.canvas.DrawingProblem;
import io.usher.designer.canvas.Selection;
import io.usher.designer.canvas.Selection.Foreign;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** What another tool drew and is no block: what it is, and the blocks that can take its place. */
final class ForeignElement extends ElementForm {

    private static final Set<String> NOTES = Set.of("text-annotation", "group", "association");
    private static final String UNKNOWN = "unknown-block";

    /** What the form says itself. */
    private static final Set<String> SAID = Set.of("no-block", "unknown-block", "unknown-element");

    private static final String KIND = "form.foreign.kind.";
    private static final String DETAIL = "form.foreign.detail.";

    private final Select<Block> blocks = new Select<>();
    private final Paragraph name = new Paragraph();
    private final UnorderedList others = new UnorderedList();

    /** @param possible the blocks it can be replaced by, told by their keys when the person has chosen */
    ForeignElement(Selection selection, Foreign foreign, List<Block> possible, Consumer<String> chosen) {
        addClassNames("us-form-element", "us-form-foreign");
        var what = NOTES.contains(foreign.kind())
                ? "note"
                : foreign.kind().equals(UNKNOWN) ? "unknown.more" : possible.isEmpty() ? "delete" : "more";
        name.addClassName("us-strong");
        others.addClassName("us-form-problems");
        blocks.setId("replace-by");
        blocks.setLabel(getTranslation("form.foreign.replace"));
        blocks.setPlaceholder(getTranslation("form.foreign.replace.choose"));
        blocks.setHelperText(getTranslation("form.foreign.replace.help"));
        blocks.setItemLabelGenerator(Block::title);
        blocks.setItems(possible);
        blocks.setVisible(!possible.isEmpty());
        blocks.addValueChangeListener(change -> chosen.accept(change.getValue().key()));
        add(new H2(kind(foreign)), name, new Paragraph(getTranslation("form.foreign." + what)), others, blocks);
        show(selection);
        problems(List.of());
    }

    @Override
    void show(Selection now) {
        name.setText(now.name());
        name.setVisible(!now.name().isBlank());
    }

    @Override
    void problems(List<DrawingProblem> problems) {
        others.removeAll();
        problems.stream()
                .filter(problem -> !SAID.contains(Objects.toString(problem.code(), "")))
                .forEach(problem -> others.add(new ListItem(problem.message())));
        others.setVisible(others.getComponentCount() > 0);
    }

    @Override
    void choicesChanged() {
        // nothing here comes from the engine but the blocks
    }

    @Override
    Component first() {
        return blocks;
    }

    /** As BPMN calls it, in plain words, and what an event is about. */
    private String kind(Foreign foreign) {
        var detail = foreign.detail();
        var said = foreign.kind().equals(UNKNOWN)
                ? getTranslation("form.foreign.unknown-block")
                : known(KIND + foreign.kind(), getTranslation("form.foreign.unknown"));
        return detail == null ? said : getTranslation("form.foreign.detail", said, known(DETAIL + detail, detail));
    }

    private String known(String key, String otherwise) {
        var found = getTranslation(key);
        return found.contains(key) ? otherwise : found;
    }
}
