package io.usher.designer.drawing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import io.usher.designer.canvas.DrawingProblem;
import io.usher.designer.list.BackLink;
import io.usher.designer.list.State;
import io.usher.designer.list.State.Tone;
import io.usher.designer.list.TimeText;
import io.usher.designer.look.Icon;
import io.usher.designer.look.PageHead;
import io.usher.designer.workflows.WorkflowNavigation;
import io.usher.designer.workflows.WorkflowRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Above the canvas: which workflow this is, how it stands, whether it is saved, and what can be done with it. */
class LifecycleBar extends Header {

    private static final String ACTIVE = "active";
    private static final String PAUSED = "paused";
    private static final String ARCHIVED = "archived";

    /** What a person can ask for here. */
    record Asks(Consumer<String> rename, Views views, Life life, More more) {}

    /** What is opened beside the drawing. */
    record Views(Runnable triggers, Runnable problems, Runnable versions, Runnable tags) {}

    /** What changes the state of the workflow. */
    record Life(Runnable activate, Runnable pause, Runnable resume) {}

    /** What stands in the menu. */
    record More(
            Runnable duplicate, Runnable archive, Runnable download, Runnable upload, Runnable back, Runnable keys) {}

    private final NameEdit name;
    private final Span status = new Span();
    private final Span saving = new Span();
    private final Span starts = new Span();
    private final Button triggers;
    private final Button problems;
    private final Button activate;
    private final Button resume;
    private final MenuItem tags;
    private final MenuItem pause;
    private final MenuItem archive;
    private final MenuItem upload;
    private final MenuItem bringBack;

    LifecycleBar(Asks asks) {
        addClassName("us-drawing-head");
        var life = asks.life();
        var views = asks.views();
        name = new NameEdit(asks.rename());
        triggers = button("triggers-open", "drawing.triggers.short", views.triggers());
        starts.addClassName("us-starts");
        triggers.setSuffixComponent(starts);
        problems = button("problems-open", "drawing.problems", views.problems());
        activate = button("activate", "drawing.activate", life.activate());
        activate.addThemeVariants(ButtonVariant.PRIMARY);
        resume = button("resume", "drawing.resume", life.resume());
        saving.setId("saving");
        saving.getElement().setAttribute("role", "status");
        saving.addClassName("us-saving");

        var menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.TERTIARY);
        var root = menu.addItem("⋯");
        root.setAriaLabel(getTranslation("drawing.more"));
        var more = asks.more();
        item(root, "drawing.versions", views.versions()).setId("versions-open");
        tags = item(root, "drawing.tags.menu", views.tags());
        tags.setId("tags-edit");
        root.getSubMenu().addSeparator();
        pause = item(root, "drawing.pause.menu", life.pause());
        pause.setId("pause");
        item(root, "drawing.duplicate", more.duplicate());
        archive = item(root, "drawing.archive", more.archive());
        root.getSubMenu().addSeparator();
        item(root, "drawing.export", more.download());
        upload = item(root, "drawing.import", more.upload());
        bringBack = item(root, "drawing.bring-back", more.back());
        bringBack.setVisible(false);
        root.getSubMenu().addSeparator();
        item(root, "drawing.keys", more.keys());

        status.addClassName("us-drawing-status");
        var title = new Div(PageHead.toggle(this), back(), name, status, saving);
        title.addClassName("us-drawing-title");
        var buttons = new Div(triggers, problems, resume, activate, menu);
        buttons.addClassName("us-drawing-actions");
        add(title, buttons);
    }

    void show(WorkflowRow workflow) {
        var state = workflow.status();
        var fixed = ARCHIVED.equals(state);
        name.show(workflow.name(), !fixed);
        status.removeAll();
        status.add(pill(workflow));
        pause.setVisible(ACTIVE.equals(state));
        tags.setText(tagsWords(workflow));
        resume.setVisible(PAUSED.equals(state));
        activate.setVisible(!fixed);
        activate.setText(getTranslation(ACTIVE.equals(state) ? "drawing.activate.changes" : "drawing.activate"));
        activate.setEnabled(!ACTIVE.equals(state) || workflow.draftDiffers());
        activate.getElement()
                .setAttribute("title", activate.isEnabled() ? "" : getTranslation("drawing.activate.nothing"));
        triggers.setEnabled(!fixed);
        tags.setEnabled(!fixed);
        problems.setVisible(!fixed);
        archive.setEnabled(!fixed);
        upload.setEnabled(!fixed);
        showTriggers(workflow);
    }

    /** A draft that was just saved may be activated, before the engine has said that it differs. */
    void mayActivate() {
        activate.setEnabled(true);
        activate.getElement().setAttribute("title", "");
    }

    void show(Saving state) {
        saving.getElement()
                .setAttribute("data-unsaved", String.valueOf(state.isUnsaved() && !(state instanceof Saving.Busy)));
        saving.setText(
                switch (state) {
                    case Saving.Saved saved ->
                        getTranslation("drawing.saved", TimeText.clock(UI.getCurrent(), saved.at()));
                    case Saving.Busy busy -> getTranslation("drawing.saving");
                    // why is said above the canvas, where there is room for it
                    case Saving.Away away -> getTranslation("drawing.not-saved");
                    case Saving.Refused refused -> getTranslation("drawing.not-saved");
                    case Saving.Conflict conflict -> getTranslation("drawing.not-saved");
                });
        saving.getElement().setAttribute("title", saving.getText());
    }

    /** The problems were put away: the focus is where they are opened. */
    void problemsClosed() {
        problems.focus();
    }

    void show(List<DrawingProblem> found) {
        problems.setText(
                found.isEmpty()
                        ? getTranslation("drawing.problems")
                        : getTranslation("drawing.problems.number", found.size()));
        problems.getElement()
                .setAttribute("data-wrong", String.valueOf(found.stream().anyMatch(DrawingProblem::isError)));
    }

    /** There is a copy from then that can be brought back. */
    void offerCopy(String from) {
        bringBack.setText(getTranslation("drawing.bring-back", from));
        bringBack.setVisible(true);
    }

    private BackLink back() {
        var back = new BackLink(WorkflowNavigation.list());
        back.getElement().setAttribute("aria-label", getTranslation("drawing.back"));
        back.getElement().setAttribute("title", getTranslation("drawing.back"));
        return back;
    }

    private Button button(String id, String text, Runnable asked) {
        var button = new Button(getTranslation(text), click -> asked.run());
        button.setId(id);
        return button;
    }

    private MenuItem item(MenuItem root, String text, Runnable asked) {
        var item = root.getSubMenu().addItem(getTranslation(text), click -> asked.run());
        item.setId(text.replace('.', '-'));
        return item;
    }

    private State pill(WorkflowRow workflow) {
        var version = workflow.version();
        return switch (workflow.status()) {
            case ACTIVE ->
                new State(
                        getTranslation(
                                workflow.draftDiffers() ? "drawing.status.active-changed" : "drawing.status.active",
                                version),
                        Tone.GOOD);
            case PAUSED ->
                new State(
                        getTranslation(
                                "hold".equals(workflow.inside())
                                        ? "drawing.status.paused-hold"
                                        : "drawing.status.paused"),
                        Tone.WAITING);
            case ARCHIVED -> new State(getTranslation("drawing.status.archived"), Tone.OFF);
            default -> new State(getTranslation("drawing.status.draft"), Tone.CALM);
        };
    }

    private String tagsWords(WorkflowRow workflow) {
        return workflow.tags().isEmpty()
                ? getTranslation("drawing.tags.menu")
                : getTranslation("drawing.tags.some", String.join(", ", workflow.tags()));
    }

    /** What starts it stands in the button that leads there; all of it, with what stops it, in its words on hover. */
    private void showTriggers(WorkflowRow workflow) {
        starts.removeAll();
        var says = new ArrayList<String>();
        workflow.startLinks()
                .forEach(link -> says.add(
                        getTranslation("drawing.starts", link.name(), Objects.requireNonNullElse(link.reentry(), ""))));
        workflow.stopLinks().forEach(link -> says.add(getTranslation("drawing.stops", link.name())));
        if (!workflow.startLinks().isEmpty()) {
            var first = workflow.startLinks().getFirst().name();
            starts.add(chip("us-chip-start", words(Icon.START.draw(), first)));
        } else if (!ARCHIVED.equals(workflow.status())) {
            starts.add(chip("us-chip-none", new Span(getTranslation("drawing.starts.none"))));
            says.addFirst(getTranslation("drawing.starts.none"));
        }
        if (workflow.startLinks().size() > 1) {
            starts.add(new Span("+" + (workflow.startLinks().size() - 1)));
        }
        triggers.getElement().setAttribute("title", String.join("\n", says));
    }

    private static Span words(Component glyph, String text) {
        return new Span(glyph, new Span(text));
    }

    private static Span chip(String look, Span content) {
        content.addClassNames("us-chip", look);
        return content;
    }
}
