package io.usher.designer.drawing;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.usher.designer.account.SignedIn;
import io.usher.designer.canvas.DrawingProblem;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.EngineException;
import io.usher.designer.engine.EngineException.Away;
import io.usher.designer.engine.EngineException.Refused;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.form.BlockForm;
import io.usher.designer.form.FormBook;
import io.usher.designer.list.Notice;
import io.usher.designer.list.Skeleton;
import io.usher.designer.triggers.TriggerBook;
import io.usher.designer.triggers.TriggersDialog;
import io.usher.designer.workflows.Conditions;
import io.usher.designer.workflows.WorkflowBook;
import io.usher.designer.workflows.WorkflowBook.Check;
import io.usher.designer.workflows.WorkflowNavigation;
import io.usher.designer.workflows.WorkflowRow;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The screen where a workflow is drawn, set up and brought to life. */
@Route("workflow")
@PermitAll
class DrawingView extends Div implements HasDynamicTitle, HasUrlParameter<String> {

    /** A button that is gone or off after what it did leaves the focus nowhere: it goes on in the drawing. */
    private static final String KEEP_FOCUS = """
            setTimeout(() => {
              const at = document.activeElement;
              const lost = at === document.body || at.disabled || !at.checkVisibility();
              if (lost) this.querySelector('bpmn-designer')?.focusCanvas();
            })""";

    private static final int NOT_FOUND = 404;

    /** What the engine has, seen while the saving was at this round and this stood on the page. */
    private record Seen(WorkflowRow workflow, @Nullable WorkflowRow before, int round) {}

    private record Looked(Check check, Map<String, String> segments) {}

    private final EngineCalls calls;
    private final DraftBook drafts;
    private final WorkflowBook workflows;
    private final TriggerBook triggers;
    private final FormBook forms;
    private final SessionToken token;
    private final String person;
    private final Notice notice = new Notice();
    private final Skeleton skeleton = new Skeleton();
    private final Div content = new Div();
    private final LifecycleBar head;
    private final ProblemsPanel problems;
    private final Lifecycle lifecycle;
    private final Checks<Looked> checks;
    private volatile String id = "";
    private volatile @Nullable WorkflowRow shown;
    private volatile @Nullable Desk desk;
    private @Nullable SidePanel side;
    private int fetched;
    private boolean unsaved;

    DrawingView(
            EngineCalls calls,
            DraftBook drafts,
            WorkflowBook workflows,
            TriggerBook triggers,
            FormBook forms,
            AuthenticationContext authentication) {
        this.calls = calls;
        this.drafts = drafts;
        this.workflows = workflows;
        this.triggers = triggers;
        this.forms = forms;
        var signedIn = authentication.getAuthenticatedUser(SignedIn.class).orElseThrow();
        token = signedIn.token();
        person = signedIn.getName();
        lifecycle = new Lifecycle(this, calls, workflows, token, notice, this::changed, this::lookAnew);
        head = new LifecycleBar(asks());
        checks = new Checks<>(calls, this, this::ask, this::looked);
        problems = new ProblemsPanel(this::goTo, checks::ask, head::problemsClosed);
        head.setVisible(false);
        addClassName("us-drawing");
        content.addClassName("us-drawing-content");
        add(head, notice, skeleton, content, problems);
        calls.watch(this, this::look, this::seen);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("drawing.title");
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        var moved = isAttached() && !id.equals(parameter);
        id = parameter;
        if (moved) {
            load();
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        Room.make(this);
        Leaving.guard(this);
        load();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        Room.giveBack(detached.getUI());
    }

    /** The page is put aside: what is drawn should not wait. */
    @ClientCallable
    void leaving() {
        with(Desk::saveNow);
    }

    // loading

    private void load() {
        head.setVisible(false);
        problems.setVisible(false);
        content.removeAll();
        desk = null;
        shown = null;
        notice.clear();
        skeleton.show(true);
        fetch();
    }

    /** Only the answer to what was asked for last counts. */
    private void fetch() {
        int mine = ++fetched;
        calls.run(
                this,
                () -> drafts.open(token, id),
                opened -> {
                    if (mine == fetched) {
                        opened(opened);
                    }
                },
                failure -> {
                    if (mine == fetched) {
                        notOpened(failure);
                    }
                });
    }

    /** While the engine is away it is asked again and again, so that the drawing comes without anybody's doing. */
    private void notOpened(EngineException failure) {
        skeleton.hide();
        if (failure instanceof Refused refused && refused.problem().status() == NOT_FOUND) {
            notice.show(failure, getTranslation("drawing.all"), this::leave);
        } else {
            notice.show(failure, this::load);
        }
        if (failure instanceof Away) {
            int last = fetched;
            getUI().ifPresent(ui -> calls.later(ui, calls.lookEvery(), () -> {
                if (last == fetched && isAttached()) {
                    fetch();
                }
            }));
        }
    }

    private void opened(Opened opened) {
        skeleton.hide();
        notice.clear();
        if (!opened.workflow().id().equals(id)) {
            return;
        }
        var made = new Desk(
                calls,
                drafts,
                new Desk.Place(id, person, token),
                opened,
                new Desk.Heard(this::saving, head::offerCopy));
        var canvas = made.canvas();
        var form = new BlockForm(calls, forms, token, id);
        form.catalogue(opened.blocks());
        var panel = new SidePanel(form, opened.blocks(), canvas::focusCanvas, this::openTriggers);
        form.onChange(canvas::change);
        form.onReplace(canvas::replaceElement);
        canvas.onSelected(panel::show);
        canvas.onOpenForm(panel::open);
        desk = made;
        side = panel;
        head.setVisible(true);
        show(opened.workflow());
        title(opened.workflow());
        content.add(made, panel);
        checks.ask();
    }

    private Optional<Seen> look() {
        var here = desk;
        if (here == null) {
            return Optional.empty();
        }
        int round = here.round();
        var before = shown;
        var row = workflows.find(token, id);
        return row.equals(before) ? Optional.empty() : Optional.of(new Seen(row, before, round));
    }

    private void seen(Seen seen) {
        with(here -> {
            var stale = shown != seen.before() || here.round() != seen.round();
            if (!stale && seen.workflow().id().equals(id)) {
                show(seen.workflow());
                here.seen(seen.workflow().draft(), seen.round());
            }
        });
    }

    private void show(WorkflowRow workflow) {
        shown = workflow;
        head.show(workflow);
        var readOnly = "archived".equals(workflow.status());
        with(here -> {
            here.canvas().startsWith(Conditions.inOneLine(this, workflow.startLinks()));
            here.canvas().setReadOnly(readOnly);
        });
        if (side != null) {
            side.show(workflow);
            side.setReadOnly(readOnly);
        }
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
        getElement().setAttribute("data-unsaved", String.valueOf(state.isUnsaved()));
        if (state instanceof Saving.Saved && shown != null && desk != null) {
            if (unsaved) {
                head.mayActivate();
            }
            checks.ask();
        }
        unsaved = state.isUnsaved();
    }

    // problems

    private Looked ask() {
        return new Looked(workflows.validate(token, id), drafts.segments(token));
    }

    private void looked(Looked looked) {
        with(here -> here.canvas().segments(looked.segments()));
        show(looked.check().problems());
    }

    private void show(List<DrawingProblem> found) {
        head.show(found);
        problems.show(found);
        with(here -> here.canvas().problems(found));
        if (side != null) {
            side.problems(found);
        }
    }

    private void goTo(DrawingProblem problem) {
        var block = problem.block();
        if (ProblemsPanel.isAboutTriggers(problem)) {
            openTriggers(dialog -> dialog.leadTo(Objects.toString(problem.field(), ""), problem.message()));
        } else if (block != null && side != null) {
            side.expect(problem);
            with(here -> here.canvas().select(block));
        }
    }

    // what the person asks for

    private LifecycleBar.Asks asks() {
        return new LifecycleBar.Asks(
                this::rename,
                this::openTags,
                new LifecycleBar.Views(
                        this::openTriggers, () -> problems.setVisible(!problems.isVisible()), this::openVersions),
                new LifecycleBar.Life(
                        () -> with(here -> here.whenSaved(this::askToActivate)),
                        () -> withWorkflow(lifecycle::pause),
                        () -> withWorkflow(lifecycle::resume)),
                new LifecycleBar.More(
                        this::duplicate,
                        () -> withWorkflow(workflow -> lifecycle.archive(workflow, this::leave)),
                        () -> with(here -> withWorkflow(
                                workflow -> Files.download(here.canvas(), workflow.name(), getUI().orElseThrow()))),
                        () -> with(here -> here.canvas().chooseFile(here::tryReplace)),
                        () -> with(Desk::bringBack),
                        () -> getElement().executeJs(Leaving.SHORTCUTS)));
    }

    private void rename(String name) {
        withWorkflow(workflow -> call(workflow, name, workflow.tags()));
    }

    private void openTags() {
        withWorkflow(workflow -> new TagsDialog(
                        calls,
                        workflow.tags(),
                        () -> workflows.tags(token),
                        tags -> call(workflow, workflow.name(), tags))
                .open());
    }

    private void call(WorkflowRow workflow, String name, List<String> tags) {
        lifecycle.ask(() -> workflows.rename(token, workflow.id(), name, tags), this::changed);
    }

    private void openTriggers() {
        openTriggers(dialog -> {});
    }

    private void openTriggers(Consumer<TriggersDialog> first) {
        withWorkflow(workflow -> {
            var dialog = new TriggersDialog(
                    calls, triggers, token, workflow.id(), workflow.name(), workflow.status(), this::triggersSaved);
            first.accept(dialog);
            dialog.open();
        });
    }

    private void triggersSaved() {
        lifecycle.ask(() -> workflows.find(token, id), this::changed);
        checks.ask();
        if (side != null) {
            side.reload();
        }
    }

    private void openVersions() {
        with(here -> withWorkflow(workflow -> new VersionsDialog(
                        calls,
                        workflow,
                        here.blocks(),
                        () -> workflows.versions(token, workflow.id()),
                        n -> workflows.versionBpmn(token, workflow.id(), n),
                        (n, bpmn) -> here.restore(n, bpmn))
                .open()));
    }

    /** Brings what somebody else changed onto the screen: another draft as ever, triggers at the side. */
    private void lookAnew() {
        with(here -> {
            int round = here.round();
            lifecycle.ask(() -> workflows.find(token, id), row -> {
                changed(row);
                here.seen(row.draft(), round);
                checks.ask();
                if (side != null) {
                    side.reload();
                }
            });
        });
    }

    private void askToActivate() {
        var draft = desk == null ? "" : desk.etag();
        lifecycle.ask(() -> workflows.validate(token, id), checked -> {
            show(checked.problems());
            if (checked.ok()) {
                if (checked.problems().isEmpty()) {
                    problems.setVisible(false);
                }
                withWorkflow(workflow -> lifecycle.confirmActivation(workflow, checked, draft));
            } else {
                problems.setVisible(true);
            }
        });
    }

    private void duplicate() {
        lifecycle.ask(
                () -> workflows.duplicate(token, id, Optional.empty()),
                copy -> getUI().ifPresent(ui -> ui.navigate(WorkflowNavigation.drawing(copy.id()))));
    }

    private void leave() {
        getUI().ifPresent(ui -> ui.navigate(WorkflowNavigation.list()));
    }

    private void with(Consumer<Desk> then) {
        var here = desk;
        if (here != null) {
            then.accept(here);
        }
    }

    private void withWorkflow(Consumer<WorkflowRow> then) {
        var workflow = shown;
        if (workflow != null) {
            then.accept(workflow);
        }
    }
}
