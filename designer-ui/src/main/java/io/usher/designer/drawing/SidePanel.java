package io.usher.designer.drawing;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.usher.designer.canvas.Block;
import io.usher.designer.canvas.DrawingProblem;
import io.usher.designer.canvas.Selection;
import io.usher.designer.form.BlockForm;
import io.usher.designer.look.Icon;
import io.usher.designer.workflows.StartsAndStops;
import io.usher.designer.workflows.WorkflowRow;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The side form beside the canvas: there while something is selected, unless the person has put it away. */
class SidePanel extends Aside {

    private final BlockForm form;
    private final Set<String> startBlocks;
    private final Button fold = new Button();
    private final Div triggers = new Div();
    private final Div conditions = new Div();
    private final Button openTriggers;
    private @Nullable Selection selection;
    private @Nullable DrawingProblem expected;
    private boolean folded;

    /** @param openTriggers what begins and ends journeys is set there, not in the settings of a Start block */
    SidePanel(BlockForm form, List<Block> blocks, Runnable backToCanvas, Runnable openTriggers) {
        this.form = form;
        startBlocks = blocks.stream()
                .filter(block -> "start-event".equals(block.drawn()))
                .map(Block::key)
                .collect(Collectors.toUnmodifiableSet());
        setId("side");
        addClassName("us-side");
        getElement().setAttribute("aria-label", getTranslation("drawing.form"));
        fold.setId("side-fold");
        fold.addClassName("us-side-fold");
        fold.addThemeVariants(ButtonVariant.TERTIARY);
        fold.addClickListener(click -> fold(!folded));
        form.addClassName("us-side-form");
        var head = new Div(new Span(getTranslation("drawing.form.title")), fold);
        head.addClassName("us-side-head");
        this.openTriggers = new Button(getTranslation("drawing.triggers"), click -> openTriggers.run());
        this.openTriggers.setId("side-triggers");
        triggers.addClassName("us-side-triggers");
        triggers.add(conditions, this.openTriggers);
        triggers.setVisible(false);
        add(head, form, triggers);
        Shortcuts.addShortcutListener(form, backToCanvas::run, Key.ESCAPE).listenOn(form);
        fold(false);
        setVisible(false);
    }

    void show(@Nullable Selection selected) {
        var before = id(selection);
        selection = selected;
        form.show(selected);
        triggers.setVisible(!folded && isStart(selected));
        setVisible(selected != null);
        // what was selected before may be told once more on the way there
        if (expected != null && !Objects.equals(before, id(selected))) {
            var problem = expected;
            expected = null;
            if (Objects.equals(id(selected), problem.block())) {
                lead(problem);
            }
        }
    }

    private static @Nullable String id(@Nullable Selection selection) {
        return selection == null ? null : selection.id();
    }

    /** As soon as its block is selected, the field of this problem is marked and has the cursor. */
    void expect(DrawingProblem problem) {
        if (selection != null && selection.id().equals(problem.block())) {
            expected = null;
            lead(problem);
        } else {
            expected = problem;
        }
    }

    private void lead(DrawingProblem problem) {
        fold(false);
        form.leadTo(problem);
    }

    /** The person wants to fill in. */
    void open() {
        fold(false);
        form.focusFirst();
    }

    void problems(List<DrawingProblem> found) {
        form.problems(found);
    }

    /** What the Start block says beside its settings. */
    void show(WorkflowRow workflow) {
        conditions.removeAll();
        conditions.add(new StartsAndStops(workflow.startLinks(), workflow.stopLinks()));
    }

    void setReadOnly(boolean readOnly) {
        form.setReadOnly(readOnly);
        openTriggers.setEnabled(!readOnly);
    }

    void reload() {
        form.reload();
    }

    private boolean isStart(@Nullable Selection selected) {
        return selected != null && selected.block() != null && startBlocks.contains(selected.block());
    }

    private void fold(boolean away) {
        folded = away;
        form.setVisible(!away);
        triggers.setVisible(!away && isStart(selection));
        getElement().setAttribute("data-folded", away);
        fold.setIcon(away ? Icon.BACK.draw() : Icon.CLOSE.draw());
        fold.setAriaLabel(getTranslation(away ? "drawing.form.show" : "drawing.form.hide"));
        fold.getElement().setAttribute("aria-expanded", String.valueOf(!away));
        fold.setTooltipText(getTranslation(away ? "drawing.form.show" : "drawing.form.hide"));
    }
}
