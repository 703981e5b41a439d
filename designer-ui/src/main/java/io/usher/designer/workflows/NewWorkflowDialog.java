package io.usher.designer.workflows;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.usher.designer.canvas.Catalogue;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.list.Notice;
import io.usher.designer.list.Refusals;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;

/** Begins a workflow, on an empty canvas or from a sample, and opens its drawing. */
class NewWorkflowDialog extends Dialog {

    private final EngineCalls calls;
    private final WorkflowClient workflows;
    private final SampleClient samples;
    private final SessionToken token;
    private final TextField name = new TextField(getTranslation("workflows.name"));
    private final TagsField tags = new TagsField();
    private final Notice notice = new Notice();
    private final Refusals refusals = new Refusals(notice).at("name", name).at("tags", tags);
    private final Button empty = new Button(getTranslation("workflows.begin-empty"));
    private final SampleCards cards;

    NewWorkflowDialog(
            EngineCalls calls,
            WorkflowClient workflows,
            SampleClient samples,
            Catalogue catalogue,
            SessionToken token) {
        this.calls = calls;
        this.workflows = workflows;
        this.samples = samples;
        this.token = token;
        setHeaderTitle(getTranslation("workflows.new"));
        setWidth("min(52rem, 100vw - 4rem)");
        addClassName("us-new-workflow");
        fields();
        cards = new SampleCards(calls, samples, catalogue, token, this::useSample);
        var beside = new Div(name, tags);
        beside.addClassName("us-beside");
        var form = new Div(notice, beside, cards);
        form.addClassName("us-dialog-form");
        add(form);
        empty.setId("begin-empty");
        empty.addThemeVariants(ButtonVariant.PRIMARY);
        empty.addClickListener(click -> beginEmpty());
        getFooter().add(new Button(getTranslation("list.cancel"), click -> close()), empty);
        addAttachListener(attached -> calls.run(this, () -> workflows.tags(token), tags::know, failure -> {}));
    }

    private void fields() {
        name.setId("workflow-name");
        name.setAutofocus(true);
        name.setMaxLength(200);
        name.setRequiredIndicatorVisible(true);
        name.setHelperText(getTranslation("workflows.name.help"));
        name.addKeyPressListener(Key.ENTER, enter -> beginEmpty());
        tags.setId("workflow-tags");
        tags.setLabel(getTranslation("workflows.tags"));
        tags.setHelperText(getTranslation("workflows.tags.help"));
    }

    private void beginEmpty() {
        if (!empty.isEnabled()) {
            return;
        }
        refusals.clear();
        var called = name.getValue().strip();
        if (called.isEmpty()) {
            Refusals.refuse(name, getTranslation("workflows.name.missing"));
            name.focus();
            return;
        }
        var tagged = List.copyOf(tags.getValue());
        make(() -> workflows.create(token, new WorkflowClient.Entry(called, tagged)));
    }

    /** A sample brings its own name and tags; what the person wrote comes first. */
    private void useSample(Sample sample) {
        refusals.clear();
        var called = name.getValue().strip();
        var tagged = tags.getValue();
        make(() -> {
            var made = samples.use(token, sample, called);
            if (tagged.isEmpty()) {
                return made;
            }
            var all = new LinkedHashSet<>(tagged);
            all.addAll(made.tags());
            return workflows.change(token, made.id(), new WorkflowClient.Entry(made.name(), List.copyOf(all)));
        });
    }

    private void make(Supplier<WorkflowRow> call) {
        busy(true);
        calls.run(
                this,
                call,
                made -> {
                    close();
                    UI.getCurrent().navigate(WorkflowNavigation.drawing(made.id()));
                },
                failure -> {
                    busy(false);
                    refusals.show(failure);
                });
    }

    private void busy(boolean busy) {
        empty.setEnabled(!busy);
        cards.setBusy(busy);
    }
}
