package io.usher.designer.triggers;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.EngineException;
import io.usher.designer.engine.EngineException.Stale;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.list.Confirmation;
import io.usher.designer.list.Notice;
import io.usher.designer.list.Refusals;
import io.usher.designer.list.Sign;
import io.usher.designer.list.Skeleton;
import java.util.List;
import java.util.Optional;

/** Which events start a workflow and how often, and which ones stop it. */
public class TriggersDialog extends Dialog {

    private final EngineCalls calls;
    private final TriggerClients engine;
    private final SessionToken token;
    private final String workflowId;
    private final boolean holdsAtOnce;
    private final Runnable saved;
    private final Workbench bench;
    private final Skeleton skeleton = new Skeleton();
    private final Notice notice = new Notice();
    private final Refusals refusals = new Refusals(notice);
    private final Div form = new Div();
    private final Button save = new Button(getTranslation("triggers.save"));
    private final LinkSection<StartForm> start;
    private final LinkSection<StopForm> stop;
    private Optional<Triggers> before = Optional.empty();
    private Runnable shown = () -> {};
    private String etag = "";

    /** {@code saved} is told after the engine has taken the change. */
    public TriggersDialog(
            EngineCalls calls,
            TriggerClients engine,
            SessionToken token,
            String workflowId,
            String workflowName,
            String status,
            Runnable saved) {
        this.calls = calls;
        this.engine = engine;
        this.token = token;
        this.workflowId = workflowId;
        this.saved = saved;
        holdsAtOnce = !"draft".equals(status);
        bench = new Workbench(calls, engine, token);
        start = new LinkSection<StartForm>(
                        "start",
                        Sign.starts(getTranslation("workflows.starts")),
                        (link, remove) ->
                                new StartForm(bench, link, getTranslation("triggers.event-type.starts"), remove))
                .inOrder();
        stop = new LinkSection<>(
                "stop",
                Sign.stops(getTranslation("workflows.stops")),
                (link, remove) -> new StopForm(bench, link, getTranslation("triggers.event-type.stops"), remove));
        setHeaderTitle(getTranslation("triggers.title", workflowName));
        setWidth("min(46rem, 100vw - 4rem)");
        addClassName("us-triggers");
        setCloseOnOutsideClick(false);
        addDialogCloseActionListener(wanted -> leave());
        assemble();
        addAttachListener(attached -> {
            if (before.isEmpty()) {
                load();
            }
        });
    }

    /** Once it has come, marks the field of this place, such as {@code start[0].filter}, and brings the person there. */
    public void leadTo(String place, String why) {
        shown = () -> {
            shown = () -> {};
            placeRefusals();
            refusals.mark(place, why);
            start.reveal();
            stop.reveal();
            refusals.lead(place);
        };
    }

    private void assemble() {
        form.addClassName("us-triggers-form");
        if (holdsAtOnce) {
            var warning = new Paragraph(getTranslation("triggers.at-once"));
            warning.addClassName("us-triggers-at-once");
            form.add(warning);
        }
        form.add(start, stop);
        form.setVisible(false);
        add(notice, skeleton, form);
        save.setId("save-triggers");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setEnabled(false);
        save.addClickListener(click -> confirmed());
        var cancel = new Button(getTranslation("list.cancel"), click -> leave());
        cancel.setId("leave-triggers");
        getFooter().add(cancel, save);
    }

    private void load() {
        notice.clear();
        skeleton.show(true);
        calls.run(this, () -> engine.begin(token, workflowId), this::show, failure -> {
            skeleton.hide();
            notice.show(failure, this::load);
        });
    }

    private void show(TriggerClients.Start from) {
        skeleton.hide();
        etag = from.etag();
        bench.types(from.types());
        start.show(from.triggers().start());
        stop.show(from.triggers().stop());
        start.whenChanged(this::changed);
        stop.whenChanged(this::changed);
        before = Optional.of(from.triggers().with(start.links(), stop.links()));
        form.setVisible(true);
        changed();
        shown.run();
    }

    private void placeRefusals() {
        refusals.forget();
        start.place(refusals);
        stop.place(refusals);
    }

    private Triggers now() {
        return before.orElseThrow().with(start.links(), stop.links());
    }

    private boolean isChanged() {
        return before.isPresent() && !now().sameLinks(before.get());
    }

    private void changed() {
        save.setEnabled(isChanged());
        var types = startTypes();
        bench.facts(this, types, facts -> {
            if (types.equals(startTypes())) {
                stop.forms().forEach(form -> form.startsWith(facts));
            }
        });
    }

    private List<String> startTypes() {
        return start.forms().stream()
                .map(StartForm::eventTypeKey)
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
    }

    /** Of an activated workflow the change holds at once, so a person says yes to that. */
    private void confirmed() {
        refusals.clear();
        if (!start.check() || !stop.check()) {
            return;
        }
        if (holdsAtOnce) {
            new Confirmation(
                            getTranslation("triggers.confirm.title"),
                            getTranslation("triggers.confirm.what"),
                            getTranslation("triggers.save"),
                            this::save)
                    .open();
        } else {
            save();
        }
    }

    private void save() {
        var triggers = now();
        placeRefusals();
        save.setEnabled(false);
        calls.run(
                this,
                () -> {
                    engine.triggers().save(token, workflowId, triggers, etag);
                    return triggers;
                },
                done -> {
                    close();
                    saved.run();
                },
                this::refused);
    }

    private void refused(EngineException failure) {
        save.setEnabled(true);
        if (failure instanceof Stale stale) {
            notice.show(stale, getTranslation("triggers.look-anew"), this::load);
            return;
        }
        refusals.show(failure);
        start.reveal();
        stop.reveal();
    }

    /** The page below is left: what is half typed stays, and can still be saved. */
    public void closeUnlessChanged() {
        if (!isChanged()) {
            close();
        }
    }

    private void leave() {
        if (isChanged()) {
            new Confirmation(
                            getTranslation("triggers.leave.title"),
                            getTranslation("triggers.leave.what"),
                            getTranslation("triggers.leave"),
                            this::close)
                    .open();
        } else {
            close();
        }
    }
}
