package io.usher.designer.workflows;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.list.Confirmation;
import io.usher.designer.list.Copy;
import io.usher.designer.list.Notice;
import io.usher.designer.list.Rows;
import io.usher.designer.look.Icon;
import io.usher.designer.triggers.TriggerClients;
import io.usher.designer.triggers.TriggersDialog;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What can be done with a workflow from its row of the list. All rows share one window of choices, which is filled when
 * it opens: a menu bar in each row takes a browser seconds with some dozens of rows.
 */
class RowMenu {

    private final Popover choices = new Popover();
    private final Div items = new Div();

    private final EngineCalls calls;
    private final WorkflowClient workflows;
    private final TriggerClients triggers;
    private final SessionToken token;
    private final Rows<WorkflowRow> rows;
    private final Notice notice;

    RowMenu(
            EngineCalls calls,
            WorkflowClient workflows,
            TriggerClients triggers,
            SessionToken token,
            Rows<WorkflowRow> rows,
            Notice notice) {
        this.calls = calls;
        this.workflows = workflows;
        this.triggers = triggers;
        this.token = token;
        this.rows = rows;
        this.notice = notice;
        choices.setPosition(PopoverPosition.BOTTOM_END);
        choices.setOpenOnClick(false);
        choices.setAutofocus(true);
        items.addClassName("us-row-choices");
        choices.add(items);
    }

    /** The window of choices, to be put on the page once. */
    Popover choices() {
        return choices;
    }

    Button of(WorkflowRow row) {
        var more = new Button(Icon.MORE.draw());
        more.addThemeVariants(ButtonVariant.TERTIARY);
        more.addClassName("us-row-menu");
        more.setAriaLabel(rows.getTranslation("workflows.menu", row.name()));
        more.getElement().setAttribute("aria-haspopup", "dialog");
        more.addClickListener(click -> open(more, row));
        return more;
    }

    private void open(Button more, WorkflowRow row) {
        choices.close();
        choices.setAriaLabel(rows.getTranslation("workflows.menu", row.name()));
        items.removeAll();
        fill(row);
        choices.setTarget(more);
        choices.open();
    }

    private void fill(WorkflowRow row) {
        boolean atRest = WorkflowStatus.ARCHIVED.is(row.status());
        item("open", () -> UI.getCurrent().navigate(WorkflowNavigation.drawing(row.id())));
        if (!atRest) {
            item("triggers", () -> configure(row));
        }
        item("duplicate", () -> duplicate(row));
        if (WorkflowStatus.ACTIVE.is(row.status())) {
            item("pause", () -> pause(row));
        } else if (WorkflowStatus.PAUSED.is(row.status())) {
            item("resume", () -> run(() -> workflows.resume(token, row.id()), rows::update));
        }
        var copy = item(rows.getTranslation("list.copy-id"));
        Copy.onClick(copy, row.id());
        copy.addClickListener(click -> {
            choices.close();
            say("list.copied");
        });
        if (!atRest) {
            item("archive", () -> archive(row));
        }
    }

    private void item(String name, Runnable act) {
        item(rows.getTranslation("workflows.menu." + name)).addClickListener(click -> {
            choices.close();
            act.run();
        });
    }

    private Button item(String text) {
        var item = new Button(text);
        item.addThemeVariants(ButtonVariant.TERTIARY);
        items.add(item);
        return item;
    }

    private void configure(WorkflowRow row) {
        new TriggersDialog(
                        calls,
                        triggers,
                        token,
                        row.id(),
                        row.name(),
                        row.status(),
                        () -> run(() -> workflows.find(token, row.id()), rows::update))
                .open();
    }

    private void duplicate(WorkflowRow row) {
        run(() -> workflows.duplicate(token, row.id()), copy -> {
            rows.merge(List.of(copy));
            rows.mark(Optional.of(copy.id()));
            say("workflows.duplicated", copy.name());
        });
    }

    private void pause(WorkflowRow row) {
        new PauseDialog(row.name(), inside -> run(() -> workflows.pause(token, row.id(), inside), rows::update)).open();
    }

    private void archive(WorkflowRow row) {
        new Confirmation(
                        rows.getTranslation("workflows.archive.title", row.name()),
                        rows.getTranslation("workflows.archive.what"),
                        rows.getTranslation("workflows.menu.archive"),
                        () -> run(
                                () -> {
                                    workflows.archive(token, row.id());
                                    return row;
                                },
                                gone -> {
                                    rows.gone(gone);
                                    say("workflows.archived", gone.name());
                                }))
                .open();
    }

    private <T> void run(Supplier<T> call, Consumer<T> done) {
        notice.clear();
        calls.run(rows, call, done, notice::show);
    }

    private void say(String key, Object... values) {
        Notification.show(((Component) rows).getTranslation(key, values), 4000, Notification.Position.BOTTOM_START);
    }
}
