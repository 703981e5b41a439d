package io.usher.designer.drawing;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import io.usher.designer.account.SignedIn;
import io.usher.designer.canvas.DrawingProblem;
import io.usher.designer.channels.Mail;
import io.usher.designer.channels.Mail.Hold;
import io.usher.designer.edit.LeaveGuard;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.EngineException;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.engine.Together;
import io.usher.designer.form.BlockForm;
import io.usher.designer.list.Notice;
import io.usher.designer.triggers.TriggersDialog;
import io.usher.designer.workflows.StartsAndStops;
import io.usher.designer.workflows.WorkflowClient;
import io.usher.designer.workflows.WorkflowClient.Check;
import io.usher.designer.workflows.WorkflowNavigation;
import io.usher.designer.workflows.WorkflowRow;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One workflow, drawn, set up and brought to life. It is there for as long as this one is looked at: what comes back from the
 * engine later, or was opened from here, speaks to nobody any more.
 */
class DrawingView extends Div {

    /** A button that is gone or off after what it did leaves the focus nowhere: it goes on in the drawing. */
    private static final String KEEP_FOCUS = """
            setTimeout(() => {
              const at = document.activeElement;
              const lost = at === document.body || at.disabled || !at.checkVisibility();
              if (lost) this.querySelector('bpmn-designer')?.focusCanvas();
            })""";

    /** What the engine has, seen while the saving was at this round and this stood on the page. */
    private record Seen(WorkflowRow workflow, WorkflowRow before, int round) {}

    private record Looked(Check check, Map<String, String> segments, Set<String> sends, Optional<Mail> mail) {}

    private final EngineCalls calls;
    private final DrawingClients engine;
    private final SessionToken token;
    private final String id;
    private final Notice notice = new Notice();
    private final LifecycleBar head;
    private final ProblemsPanel problems;
    private final Lifecycle lifecycle;
    private final Quiet quiet = new Quiet(this::tell);
    private final Checks<Looked> checks;
    private final DraftEditor editor;
    private final SidePanel side;
    private volatile WorkflowRow shown;
    private volatile Optional<Mail> mail = Optional.empty();
    private Set<String> sends = Set.of();
    private boolean unsaved;

    DrawingView(EngineCalls calls, DrawingClients engine, SignedIn signedIn, Opened opened) {
        this.calls = calls;
        this.engine = engine;
        token = signedIn.token();
        shown = opened.workflow();
        id = shown.id();
        lifecycle = new Lifecycle(this, calls, engine.workflows(), token, notice, this::changed, this::lookAnew);
        head = new LifecycleBar(asks());
        checks = new Checks<>(calls, this, this::ask, this::looked);
        problems = new ProblemsPanel(this::goTo, checks::ask, () -> {
            quiet.listed(false);
            head.problemsClosed();
        });
        editor = new DraftEditor(
                calls,
                engine,
                new DraftEditor.Place(id, signedIn.getName(), token),
                opened,
                new DraftEditor.Heard(this::saving, head::offerCopy));
        var canvas = editor.canvas();
        var form = new BlockForm(calls, engine.forms(), token, id);
        form.catalogue(opened.blocks());
        side = new SidePanel(form, opened.blocks(), canvas::focusCanvas, this::openTriggers);
        form.onChange(canvas::change);
        form.onReplace(canvas::replaceElement);
        form.onWays(canvas::addWay, canvas::remove);
        canvas.onMaking(quiet::making);
        canvas.onSelected(quiet::selected);
        canvas.onSelected(side::show);
        canvas.onOpenForm(side::open);
        addClassName("us-drawing-sheet");
        var content = new Div(editor, side);
        content.addClassName("us-drawing-content");
        add(head, notice, content, problems);
        show(shown);
        calls.watch(this, this::look, this::seen);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        Leaving.guard(this);
        title(shown);
        checks.ask();
    }

    /** What was opened from here goes too, but for triggers that are half typed: they say whose they are, and are not lost. */
    @Override
    protected void onDetach(DetachEvent detached) {
        detached.getUI().getChildren().toList().forEach(open -> {
            switch (open) {
                case TriggersDialog half -> half.closeUnlessChanged();
                case Dialog dialog -> dialog.close();
                case ConfirmDialog asks -> asks.close();
                default -> {}
            }
        });
    }

    /** The page is put aside: what is drawn should not wait. */
    @ClientCallable
    void leaving() {
        editor.saveNow();
    }

    private Optional<Seen> look() {
        int round = editor.round();
        var before = shown;
        var row = engine.workflows().find(token, id);
        return row.equals(before) ? Optional.empty() : Optional.of(new Seen(row, before, round));
    }

    private void seen(Seen seen) {
        var stale = shown != seen.before() || editor.round() != seen.round();
        if (!stale && isAttached()) {
            show(seen.workflow());
            editor.seen(seen.workflow().draft(), seen.round());
        }
    }

    private void show(WorkflowRow workflow) {
        shown = workflow;
        head.show(workflow);
        var readOnly = "archived".equals(workflow.status());
        editor.canvas().startsWith(StartsAndStops.inOneLine(this, workflow.startLinks()));
        editor.canvas().setReadOnly(readOnly);
        side.show(workflow);
        side.setReadOnly(readOnly);
    }

    private void changed(WorkflowRow workflow) {
        show(workflow);
        title(workflow);
        getElement().executeJs(KEEP_FOCUS);
    }

    private void title(WorkflowRow workflow) {
        getUI().ifPresent(ui -> ui.getPage().setTitle(workflow.name()));
    }

    private void saving(Saving state) {
        head.show(state);
        LeaveGuard.unsaved(this, state.isUnsaved());
        if (state instanceof Saving.Saved && isAttached()) {
            if (unsaved) {
                head.mayActivate();
            }
            checks.ask();
        }
        unsaved = state.isUnsaved();
    }

    // problems

    /** How mail leaves the house is asked until it is known, and once more before an activation. */
    private Looked ask() {
        return ask(mail.isEmpty());
    }

    private Looked ask(boolean ofMail) {
        try (var together = new Together()) {
            var segments = together.ask(() -> engine.segmentNames(token));
            var mailNow = together.ask(() -> ofMail ? mailNow() : mail);
            var check = engine.workflows().validate(token, id);
            return new Looked(check, segments.get(), Sends.kinds(editor.document()), mailNow.get());
        }
    }

    /** Without an answer what was known still holds. */
    private Optional<Mail> mailNow() {
        try {
            return engine.channels().mail(token);
        } catch (EngineException.Away away) {
            return mail;
        }
    }

    private void looked(Looked looked) {
        editor.canvas().segments(looked.segments());
        quiet.found(looked.check().problems());
        sends = looked.sends();
        mail = looked.mail();
        problems.mail(holds());
    }

    /** Why messages of this drawing would be held, if it sends any. */
    private List<Hold> holds() {
        return mail.map(now -> now.holds(sends)).orElse(List.of());
    }

    private void tell(List<DrawingProblem> found) {
        head.show(found);
        problems.show(found);
        editor.canvas().problems(found);
        side.problems(found);
    }

    private void list(boolean open) {
        problems.setVisible(open);
        quiet.listed(open);
    }

    private void goTo(DrawingProblem problem) {
        var block = problem.block();
        if (ProblemsPanel.isAboutTriggers(problem)) {
            openTriggers(dialog -> dialog.leadTo(Objects.toString(problem.field(), ""), problem.message()));
        } else if (block != null) {
            side.expect(problem);
            editor.canvas().select(block);
        }
    }

    // what the person asks for

    private LifecycleBar.Asks asks() {
        return new LifecycleBar.Asks(
                this::rename,
                new LifecycleBar.Views(
                        this::openTriggers, () -> list(!problems.isVisible()), this::openVersions, this::openTags),
                new LifecycleBar.Life(
                        () -> editor.whenSaved(this::askToActivate),
                        () -> lifecycle.pause(shown),
                        () -> lifecycle.resume(shown)),
                new LifecycleBar.More(
                        this::duplicate,
                        () -> lifecycle.archive(shown, this::leave),
                        () -> Files.download(editor.canvas(), shown.name(), getUI().orElseThrow()),
                        () -> editor.canvas().chooseFile(editor::tryReplace),
                        () -> editor.bringBack(),
                        () -> getElement().executeJs(Leaving.SHORTCUTS)));
    }

    private void rename(String name) {
        call(name, shown.tags());
    }

    private void openTags() {
        new TagsDialog(calls, shown.tags(), () -> engine.workflows().tags(token), tags -> call(shown.name(), tags))
                .open();
    }

    private void call(String name, List<String> tags) {
        lifecycle.ask(() -> engine.workflows().change(token, id, new WorkflowClient.Entry(name, tags)), this::changed);
    }

    private void openTriggers() {
        openTriggers(dialog -> {});
    }

    private void openTriggers(Consumer<TriggersDialog> first) {
        var dialog = new TriggersDialog(
                calls, engine.triggers(), token, id, shown.name(), shown.status(), this::triggersSaved);
        first.accept(dialog);
        dialog.open();
    }

    private void triggersSaved() {
        lifecycle.ask(() -> engine.workflows().find(token, id), this::changed);
        checks.ask();
        side.reload();
    }

    private void openVersions() {
        new VersionsDialog(
                        calls,
                        shown,
                        editor.blocks(),
                        () -> engine.versions().all(token, id),
                        n -> engine.versions().bpmn(token, id, n),
                        editor::restore)
                .open();
    }

    /** Brings what somebody else changed onto the screen: another draft as ever, triggers at the side. */
    private void lookAnew() {
        int round = editor.round();
        lifecycle.ask(() -> engine.workflows().find(token, id), row -> {
            changed(row);
            editor.seen(row.draft(), round);
            checks.ask();
            side.reload();
        });
    }

    private void askToActivate() {
        var draft = editor.etag();
        lifecycle.ask(() -> ask(true), looked -> {
            looked(looked);
            quiet.aloud();
            var checked = looked.check();
            if (checked.ok()) {
                if (checked.problems().isEmpty()) {
                    list(false);
                }
                lifecycle.confirmActivation(shown, checked, draft, holds());
            } else {
                list(true);
            }
        });
    }

    private void duplicate() {
        lifecycle.ask(
                () -> engine.workflows().duplicate(token, id),
                copy -> getUI().ifPresent(ui -> ui.navigate(WorkflowNavigation.drawing(copy.id()))));
    }

    private void leave() {
        getUI().ifPresent(ui -> ui.navigate(WorkflowNavigation.list()));
    }
}
