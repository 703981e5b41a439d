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
import com.vaadin.flow.router.RouterLink;
import io.usher.designer.canvas.DrawingProblem;
import io.usher.designer.list.State;
import io.usher.designer.list.State.Tone;
import io.usher.designer.list.When;
import io.usher.designer.look.Glyph;
import io.usher.designer.workflows.WorkflowNavigation;
import io.usher.designer.workflows.WorkflowRow;
import java.util.List;
import java.util.function.Consumer;

/** Above the canvas: which workflow this is, how it stands, whether it is saved, and what can be done with it. */
class LifecycleBar extends Header {

    private static final String ACTIVE = "active";
    private static final String PAUSED = "paused";
    private static final String ARCHIVED = "archived";

    /** What a person can ask for here. */
    record Asks(Consumer<String> rename, Runnable tags, Views views, Life life, More more) {}

    /** What is opened beside the drawing. */
    record Views(Runnable triggers, Runnable problems, Runnable versions) {}

    /** What changes the state of the workflow. */
    record Life(Runnable activate, Runnable pause, Runnable resume) {}

    /** What stands in the menu. */
    record More(
            Runnable duplicate, Runnable archive, Runnable download, Runnable upload, Runnable back, Runnable keys) {}

    private final NameEdit name;
    private final Span status = new Span();
    private final Span saving = new Span();
    private final Span triggers = new Span();
    private final Span tags = new Span();
    private final Button problems;
    private final Button activate;
    private final Button pause;
    private final Button resume;
    private final Button triggerConfiguration;
    private final Button editTags;
    private final MenuItem archive;
    private final MenuItem upload;
    private final MenuItem bringBack;

    LifecycleBar(Asks asks) {
        addClassName("us-drawing-head");
        var life = asks.life();
        var views = asks.views();
        name = new NameEdit(asks.rename());
        problems = button("problems-open", "drawing.problems", views.problems());
        activate = button("activate", "drawing.activate", life.activate());
        activate.addThemeVariants(ButtonVariant.PRIMARY);
        pause = button("pause", "drawing.pause", life.pause());
        resume = button("resume", "drawing.resume", life.resume());
        triggerConfiguration = button("triggers-open", "drawing.triggers", views.triggers());
        editTags = button("tags-edit", "drawing.tags.edit", asks.tags());
        editTags.addThemeVariants(ButtonVariant.TERTIARY);
        saving.setId("saving");
        saving.getElement().setAttribute("role", "status");
        saving.addClassName("us-saving");

        var menu = new MenuBar();
        menu.addThemeVariants(MenuBarVariant.TERTIARY);
        var root = menu.addItem("⋯");
        root.setAriaLabel(getTranslation("drawing.more"));
        var more = asks.more();
        item(root, "drawing.duplicate", more.duplicate());
        archive = item(root, "drawing.archive", more.archive());
        root.getSubMenu().addSeparator();
        item(root, "drawing.export", more.download());
        upload = item(root, "drawing.import", more.upload());
        bringBack = item(root, "drawing.bring-back", more.back());
        bringBack.setVisible(false);
        root.getSubMenu().addSeparator();
        item(root, "drawing.keys", more.keys());

        var versions = button("versions-open", "drawing.versions", views.versions());
        var buttons = new Div(problems, versions, pause, resume, activate, menu);
        buttons.addClassName("us-drawing-actions");
        var title = new Div(back(), name, status);
        title.addClassName("us-drawing-title");
        var line = new Div(saving, triggerConfiguration, triggers, tags, editTags);
        line.addClassName("us-drawing-line");
        add(title, buttons, line);
    }

    void show(WorkflowRow workflow) {
        var state = workflow.status();
        var fixed = ARCHIVED.equals(state);
        name.show(workflow.name(), !fixed);
        status.removeAll();
        status.add(pill(workflow));
        pause.setVisible(ACTIVE.equals(state));
        resume.setVisible(PAUSED.equals(state));
        activate.setVisible(!fixed);
        activate.setText(getTranslation(ACTIVE.equals(state) ? "drawing.activate.changes" : "drawing.activate"));
        activate.setEnabled(!ACTIVE.equals(state) || workflow.draftDiffers());
        activate.getElement()
                .setAttribute("title", activate.isEnabled() ? "" : getTranslation("drawing.activate.nothing"));
        triggerConfiguration.setEnabled(!fixed);
        editTags.setEnabled(!fixed);
        problems.setVisible(!fixed);
        archive.setEnabled(!fixed);
        upload.setEnabled(!fixed);
        showTriggers(workflow);
        tags.removeAll();
        workflow.tags().forEach(tag -> tags.add(chip("us-tag", new Span(tag), tag)));
        editTags.setText(getTranslation(workflow.tags().isEmpty() ? "drawing.tags.add" : "drawing.tags.edit"));
    }

    /** A draft that was just saved may be activated, before the engine has said that it differs. */
    void mayActivate() {
        activate.setEnabled(true);
    }

    void show(Saving state) {
        saving.getElement()
                .setAttribute("data-unsaved", String.valueOf(state.isUnsaved() && !(state instanceof Saving.Busy)));
        saving.setText(
                switch (state) {
                    case Saving.Saved saved -> getTranslation("drawing.saved", When.clock(UI.getCurrent(), saved.at()));
                    case Saving.Busy busy -> getTranslation("drawing.saving");
                    case Saving.Away away -> getTranslation("drawing.not-saved.away");
                    case Saving.Refused refused -> getTranslation("drawing.not-saved.refused", refused.why());
                    case Saving.Conflict conflict -> getTranslation("drawing.not-saved.conflict");
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

    private RouterLink back() {
        var back = new RouterLink("", WorkflowNavigation.list());
        back.add(Glyph.BACK.draw(), new Span(getTranslation("drawing.back")));
        back.addClassName("us-back");
        // where there is little room its words are not shown
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

    private void showTriggers(WorkflowRow workflow) {
        triggers.removeAll();
        for (var link : workflow.startLinks()) {
            var often = link.reentry() == null ? "" : link.reentry();
            var says = getTranslation("drawing.starts", link.name(), often);
            triggers.add(chip("us-chip-start", words(Glyph.START.draw(), link.name()), says));
        }
        for (var link : workflow.stopLinks()) {
            var says = getTranslation("drawing.stops", link.name());
            triggers.add(chip("us-chip-stop", words(Glyph.STOP.draw(), link.name()), says));
        }
        if (workflow.startLinks().isEmpty() && !ARCHIVED.equals(workflow.status())) {
            triggers.add(chip("us-chip-none", new Span(getTranslation("drawing.starts.none")), ""));
        }
    }

    private static Span words(Component glyph, String text) {
        return new Span(glyph, new Span(text));
    }

    private static Span chip(String look, Span content, String says) {
        content.addClassNames("us-chip", look);
        if (!says.isEmpty()) {
            content.getElement().setAttribute("title", says);
        }
        return content;
    }
}
