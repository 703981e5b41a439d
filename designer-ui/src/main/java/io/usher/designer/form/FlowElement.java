package io.usher.designer.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.usher.designer.canvas.Change;
import io.usher.designer.canvas.DrawingProblem;
import io.usher.designer.canvas.Selection;
import io.usher.designer.canvas.Selection.Way;
import io.usher.designer.form.WayFields.Kind;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The form of a line: its rule or share when it leaves a decision. */
final class FlowElement extends ElementForm {

    private final String id;
    private final WayFields fields;
    private final Echo echo = new Echo();
    private final boolean otherwise;

    FlowElement(Selection flow, Choices choices, Consumer<Map<String, Change>> changed) {
        id = flow.id();
        var exit = exit(flow);
        otherwise = exit.isElse();
        addClassName("us-form-element");
        add(
                new H2(getTranslation("form.flow")),
                new Paragraph(getTranslation(otherwise ? "form.flow.else" : "form.flow.way")));
        fields = new WayFields(exit, kind(exit), true, choices, edited -> {
            echo.sent(edited.json());
            changed.accept(Map.of(id, new Change(null, null, edited.json())));
        });
        fields.addClassName("us-way");
        add(fields);
    }

    /** Whether the line is drawn as it was when the form was made. */
    boolean isStill(Selection now) {
        return exit(now).isElse() == otherwise;
    }

    @Override
    void show(Selection now) {
        var exit = exit(now);
        if (!echo.isOwn(exit.json())) {
            fields.show(exit);
        }
    }

    @Override
    void problems(List<DrawingProblem> problems) {
        fields.problem(problems.stream()
                .filter(problem -> WaysEditor.isAbout(problem, id))
                .map(DrawingProblem::message)
                .findFirst());
    }

    @Override
    void choicesChanged() {
        fields.choicesChanged();
    }

    @Override
    Component first() {
        return fields.first();
    }

    private static WayOut exit(Selection flow) {
        return WayOut.of(new Way(flow.id(), flow.name(), flow.exit(), null));
    }

    private static Kind kind(WayOut exit) {
        if (exit.hasShare()) {
            return Kind.SHARE;
        }
        var named = exit.isElse()
                || exit.json().containsKey("happened")
                || exit.json().containsKey("timeout");
        return named ? Kind.NAME_ONLY : Kind.RULE;
    }
}
