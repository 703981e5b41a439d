package io.usher.designer.drawing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.RouterLink;
import io.usher.designer.channels.Mail.Hold;
import io.usher.designer.channels.MailNote;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.EngineException;
import io.usher.designer.engine.EngineException.Stale;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.events.EventNavigation;
import io.usher.designer.list.Confirmation;
import io.usher.designer.list.Notice;
import io.usher.designer.workflows.WorkflowClient;
import io.usher.designer.workflows.WorkflowClient.Check;
import io.usher.designer.workflows.WorkflowRow;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Activates, pauses, resumes and archives, each after the person has read what will happen. */
class Lifecycle {

    private static final int NOTICE_MS = 8000;
    private static final String GO_ON = "go-on";
    private static final String HOLD = "hold";

    private final Component page;
    private final EngineCalls calls;
    private final WorkflowClient workflows;
    private final SessionToken token;
    private final Notice notice;
    private final Consumer<WorkflowRow> changed;
    private final Runnable lookAnew;

    Lifecycle(
            Component page,
            EngineCalls calls,
            WorkflowClient workflows,
            SessionToken token,
            Notice notice,
            Consumer<WorkflowRow> changed,
            Runnable lookAnew) {
        this.page = page;
        this.calls = calls;
        this.workflows = workflows;
        this.token = token;
        this.notice = notice;
        this.changed = changed;
        this.lookAnew = lookAnew;
    }

    /** The draft with this tag is saved and nothing keeps it from being activated: says what will happen and asks. */
    void confirmActivation(WorkflowRow workflow, Check check, String draft, List<Hold> holds) {
        var mail = new MailNote();
        mail.show(holds);
        var says = new Div(new Paragraph(check.confirmation().text()), mail);
        says.addClassName("us-dialog-form");
        if (!check.problems().isEmpty()) {
            var warnings = new UnorderedList();
            warnings.addClassName("us-warnings");
            check.problems().forEach(problem -> warnings.add(new ListItem(problem.message())));
            says.add(
                    new Paragraph(
                            text("drawing.activate.warnings", check.problems().size())),
                    warnings);
        }
        var dialog = new ConfirmDialog();
        dialog.setHeader(text("drawing.activate.title", workflow.name()));
        dialog.setText(says);
        dialog.setCancelable(true);
        dialog.setCancelText(text("list.cancel"));
        dialog.setConfirmText(text("drawing.activate"));
        dialog.addConfirmListener(confirm -> activate(workflow, draft, check));
        dialog.open();
    }

    private record Activated(int version, WorkflowRow workflow) {}

    /** Exactly what was said yes to; when somebody changed it meanwhile, the person looks at it first. */
    private void activate(WorkflowRow workflow, String draft, Check check) {
        notice.clear();
        calls.run(
                page,
                () -> new Activated(
                        workflows.activate(token, workflow.id(), draft, check), workflows.find(token, workflow.id())),
                here(done -> {
                    changed.accept(done.workflow());
                    activated(done.workflow(), done.version());
                }),
                here(this::notActivated));
    }

    private void notActivated(EngineException failure) {
        if (failure instanceof Stale stale) {
            notice.show(stale, text("drawing.look-anew"), () -> {
                notice.clear();
                lookAnew.run();
            });
        } else {
            failed(failure);
        }
    }

    private void activated(WorkflowRow workflow, int version) {
        var done = new Notification();
        done.addThemeVariants(NotificationVariant.SUCCESS);
        done.setDuration(NOTICE_MS);
        done.setPosition(Notification.Position.BOTTOM_START);
        var starts = workflow.startLinks();
        var link = starts.isEmpty()
                ? new RouterLink(text("drawing.see-events"), EventNavigation.history())
                : EventNavigation.ofType(
                        text("drawing.see-events"), starts.getFirst().eventType());
        var says = new Div(new Paragraph(text("drawing.activated", version)), link);
        says.addClassName("us-activated");
        done.add(says);
        done.open();
    }

    /** Asks what people inside should do. */
    void pause(WorkflowRow workflow) {
        var inside = new RadioButtonGroup<String>(text("drawing.pause.inside", workflow.journeysInside()));
        inside.setId("pause-inside");
        inside.setItems(GO_ON, HOLD);
        inside.setItemLabelGenerator(choice -> text("drawing.pause." + choice));
        inside.setValue(GO_ON);
        var says = new Div(new Paragraph(text("drawing.pause.what")), inside);
        says.addClassName("us-dialog-form");
        var dialog = new ConfirmDialog();
        dialog.setHeader(text("drawing.pause.title", workflow.name()));
        dialog.setText(says);
        dialog.setCancelable(true);
        dialog.setCancelText(text("list.cancel"));
        dialog.setConfirmText(text("drawing.pause"));
        dialog.addConfirmListener(
                confirm -> ask(() -> workflows.pause(token, workflow.id(), inside.getValue()), changed));
        dialog.open();
    }

    void resume(WorkflowRow workflow) {
        ask(() -> workflows.resume(token, workflow.id()), changed);
    }

    void archive(WorkflowRow workflow, Runnable archived) {
        new Confirmation(
                        text("drawing.archive.title", workflow.name()),
                        text("drawing.archive.what"),
                        text("drawing.archive"),
                        () -> ask(
                                () -> {
                                    workflows.archive(token, workflow.id());
                                    return List.of();
                                },
                                done -> archived.run()))
                .open();
    }

    /**
     * Makes the call for this page, which hears of it while it is open; a failure is said above the canvas. What comes back to
     * a page that was left asks for nothing more.
     */
    <T> void ask(Supplier<T> call, Consumer<T> done) {
        if (page.isAttached()) {
            notice.clear();
            calls.run(page, call, here(done), here(this::failed));
        }
    }

    private <T> Consumer<T> here(Consumer<T> told) {
        return answer -> {
            if (page.isAttached()) {
                told.accept(answer);
            }
        };
    }

    void failed(EngineException failure) {
        notice.show(failure);
    }

    private String text(String key, Object... values) {
        return page.getTranslation(key, values);
    }
}
