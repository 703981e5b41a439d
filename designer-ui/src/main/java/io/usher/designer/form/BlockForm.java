package io.usher.designer.form;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.shared.Registration;
import io.usher.designer.canvas.Block;
import io.usher.designer.canvas.Change;
import io.usher.designer.canvas.DrawingProblem;
import io.usher.designer.canvas.Selection;
import io.usher.designer.canvas.Selection.Foreign;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.SessionToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The side form of the selected element, made from the engine's catalogue, so that a new kind of block needs no change
 * here. Each edit is told as changes of elements by their id, one undo step each; what the form does not know in a
 * block's settings stays as it is.
 */
public class BlockForm extends Div {

    /** A group takes no focus itself: its chosen button does, else the first. */
    private static final String FOCUS_BUTTON = """
            setTimeout(() => {
              const button = this.querySelector('vaadin-radio-button[checked]') ?? this.querySelector('vaadin-radio-button');
              button?.focus();
            })""";

    /** The field with what is said below it. */
    private static final String IN_SIGHT = "setTimeout(() => this.scrollIntoView({block: 'center'}))";

    private final List<Consumer<Map<String, Change>>> changed = new ArrayList<>();
    private final List<BiConsumer<String, String>> replaced = new ArrayList<>();
    private final Map<String, Block> catalogue = new LinkedHashMap<>();
    private final Choices choices;
    private WaysEditor.Asks ways = new WaysEditor.Asks(decision -> {}, way -> {});
    private List<DrawingProblem> problems = List.of();

    @Nullable
    private Selection selected;

    @Nullable
    private ElementForm form;

    public BlockForm(EngineCalls calls, FormClients engine, SessionToken token, String workflowId) {
        choices = new Choices(calls, engine, token, workflowId);
        choices.onNews(() -> {
            if (form != null) {
                form.choicesChanged();
            }
        });
        addClassName("us-form");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", getTranslation("form"));
        nothing();
    }

    /** The kinds of blocks the engine has. */
    public void catalogue(List<Block> blocks) {
        catalogue.clear();
        blocks.forEach(block -> catalogue.put(block.key(), block));
        var shown = selected;
        selected = null;
        show(shown);
    }

    /** Shows the element, or what to do when none is selected. The same one again keeps what is being typed. */
    public void show(@Nullable Selection selection) {
        var before = selected;
        selected = selection;
        if (selection == null) {
            nothing();
            return;
        }
        if (form != null && before != null && isSame(before, selection)) {
            form.show(selection);
            return;
        }
        removeAll();
        form = formOf(selection);
        if (form == null) {
            add(said("form.flow", "form.flow.plain"));
        } else {
            form.problems(own(selection));
            add(form);
        }
    }

    /** What the engine found wrong in the whole drawing, each beside the field it is about. */
    public void problems(List<DrawingProblem> problems) {
        this.problems = List.copyOf(problems);
        if (form != null && selected != null) {
            form.problems(own(selected));
        }
    }

    /** Asks the engine again for facts, segments and event types. */
    public void reload() {
        choices.load(this);
    }

    /** Whether everything is only looked at. */
    public void setReadOnly(boolean readOnly) {
        setEnabled(!readOnly);
    }

    /** Puts the cursor into the first field. */
    public void focusFirst() {
        if (form != null) {
            focus(form.first());
        }
    }

    /** Puts the cursor into the field that this problem of the shown element is about, and marks it. */
    public void leadTo(DrawingProblem problem) {
        if (form != null) {
            var field = form.lead(problem);
            focus(field);
            field.getElement().executeJs(IN_SIGHT);
        }
    }

    private static void focus(Component component) {
        if (component instanceof RadioButtonGroup<?>) {
            component.getElement().executeJs(FOCUS_BUTTON);
        } else if (component instanceof Focusable<?> field) {
            field.focus();
        }
    }

    public Registration onChange(Consumer<Map<String, Change>> told) {
        return Registration.addAndRemove(changed, told);
    }

    /** Told which element gives way, and the key of the block that takes its place. */
    public Registration onReplace(BiConsumer<String, String> told) {
        return Registration.addAndRemove(replaced, told);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        reload();
    }

    /** What is told when a decision shall have one more way, by its id, and when a way shall go, by its line's id. */
    public void onWays(Consumer<String> added, Consumer<String> removed) {
        ways = new WaysEditor.Asks(added, removed);
    }

    private void tell(Map<String, Change> changes) {
        List.copyOf(changed).forEach(told -> told.accept(changes));
    }

    private boolean isSame(Selection before, Selection now) {
        return before.id().equals(now.id())
                && Objects.equals(before.block(), now.block())
                && Objects.equals(before.foreign(), now.foreign())
                && (!(form instanceof FlowElement flow) || (now.exit() != null && flow.isStill(now)));
    }

    private @Nullable ElementForm formOf(Selection selection) {
        var foreign = foreign(selection);
        if (foreign != null) {
            var blocks = foreign.blocks().stream()
                    .map(catalogue::get)
                    .filter(Objects::nonNull)
                    .toList();
            return new ForeignElement(
                    selection,
                    foreign,
                    blocks,
                    block -> List.copyOf(replaced).forEach(told -> told.accept(selection.id(), block)));
        }
        if (selection.block() == null) {
            return selection.exit() == null ? null : new FlowElement(selection, choices, this::tell);
        }
        return Optional.ofNullable(catalogue.get(selection.block()))
                .map(block -> new BlockElement(block, selection, choices, ways, this::tell))
                .orElse(null);
    }

    private @Nullable Foreign foreign(Selection selection) {
        var block = selection.block();
        return block == null || catalogue.containsKey(block)
                ? selection.foreign()
                : new Foreign("unknown-block", block, List.of());
    }

    private List<DrawingProblem> own(Selection selection) {
        return problems.stream()
                .filter(problem -> isAbout(problem, selection.id()))
                .toList();
    }

    /** Whether it is a problem of this element: of the block, or of the way out of one that the line is. */
    public static boolean isAbout(DrawingProblem problem, String element) {
        return element.equals(problem.block()) || WaysEditor.isAbout(problem, element);
    }

    private void nothing() {
        form = null;
        removeAll();
        add(said("form.nothing", "form.nothing.more"));
    }

    private Div said(String title, String what) {
        var said = new Div(new H2(getTranslation(title)), new Paragraph(getTranslation(what)));
        said.addClassName("us-form-said");
        return said;
    }
}
