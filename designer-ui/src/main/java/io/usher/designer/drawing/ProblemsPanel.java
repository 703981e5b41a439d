package io.usher.designer.drawing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.usher.designer.canvas.DrawingProblem;
import io.usher.designer.channels.Mail.Hold;
import io.usher.designer.channels.MailNote;
import io.usher.designer.list.State;
import io.usher.designer.list.State.Tone;
import io.usher.designer.look.Icon;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** What is wrong with the drawing and its triggers, errors first, as a drawer below the canvas; a click goes there. */
class ProblemsPanel extends Section {

    private final Consumer<DrawingProblem> chosen;
    private List<DrawingProblem> shown = List.of();
    private final Span number = new Span();
    private final UnorderedList list = new UnorderedList();
    private final Paragraph nothing = new Paragraph(getTranslation("drawing.problems.none"));
    private final MailNote mail = new MailNote();
    private final Button again = new Button(getTranslation("drawing.problems.again"));

    /** {@code closed} is told when a person has put it away. */
    ProblemsPanel(Consumer<DrawingProblem> chosen, Runnable look, Runnable closed) {
        this.chosen = chosen;
        setId("problems");
        addClassName("us-problems");
        getElement().setAttribute("aria-label", getTranslation("drawing.problems"));
        var close = new Button(Icon.CLOSE.draw(), click -> {
            setVisible(false);
            closed.run();
        });
        close.setAriaLabel(getTranslation("drawing.problems.close"));
        close.addThemeVariants(ButtonVariant.TERTIARY);
        again.addThemeVariants(ButtonVariant.TERTIARY);
        again.addClickListener(click -> look.run());
        number.getElement().setAttribute("role", "status");
        var head = new Div(new H3(getTranslation("drawing.problems")), number, again, close);
        head.addClassName("us-problems-head");
        nothing.addClassName("us-problems-none");
        list.setVisible(false);
        add(head, mail, nothing, list);
        setVisible(false);
    }

    /** The lines stay as they are, and the focus on them, when nothing else was found. */
    void show(List<DrawingProblem> problems) {
        if (problems.equals(shown)) {
            return;
        }
        shown = List.copyOf(problems);
        list.removeAll();
        problems.stream()
                .sorted(Comparator.comparing((DrawingProblem problem) -> !problem.isError()))
                .forEach(problem -> list.add(line(problem)));
        list.setVisible(!problems.isEmpty());
        nothing.setVisible(problems.isEmpty());
        number.setText(problems.isEmpty() ? "" : count(problems));
    }

    /** What holds the messages of this drawing. */
    void mail(List<Hold> holds) {
        mail.show(holds);
    }

    private String count(List<DrawingProblem> problems) {
        var errors = problems.stream().filter(DrawingProblem::isError).count();
        return getTranslation("drawing.problems.count", errors, problems.size() - errors);
    }

    private ListItem line(DrawingProblem problem) {
        var line = new NativeButton();
        line.addClassName("us-problem");
        var tone = problem.isError() ? Tone.BAD : Tone.WAITING;
        var kind = getTranslation(problem.isError() ? "drawing.problems.error" : "drawing.problems.warning");
        var where = new Span(where(problem));
        where.addClassName("us-strong");
        line.add(new State(kind, tone), where, new Span(problem.message()));
        line.addClickListener(click -> chosen.accept(problem));
        return new ListItem(line);
    }

    private String where(DrawingProblem problem) {
        if (isAboutTriggers(problem)) {
            return getTranslation("drawing.triggers");
        }
        var name = problem.blockName();
        return name != null && !name.isBlank()
                ? name
                : problem.block() == null ? getTranslation("drawing.problems.whole") : problem.block();
    }

    /** Triggers stand beside the drawing: what is wrong with them has a place but no block. */
    static boolean isAboutTriggers(DrawingProblem problem) {
        var field = problem.field();
        return problem.block() == null && field != null && (field.startsWith("start") || field.startsWith("stop"));
    }
}
