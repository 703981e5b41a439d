package io.usher.designer.workflows;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.function.Consumer;

/** Asks before a workflow is paused, and what the people inside shall do meanwhile. */
public class PauseDialog extends ConfirmDialog {

    /** {@code paused} is told what people inside do: go-on or hold. */
    public PauseDialog(String workflow, Consumer<String> paused) {
        setHeader(getTranslation("workflows.pause.title", workflow));
        var inside = new RadioButtonGroup<String>(getTranslation("workflows.pause.inside"));
        inside.setId("pause-inside");
        inside.setItems(List.of("go-on", "hold"));
        inside.setItemLabelGenerator(choice -> getTranslation("workflows.pause." + choice));
        inside.setValue("go-on");
        var all = new Div(new Paragraph(getTranslation("workflows.pause.what")), inside);
        all.addClassName("us-dialog-form");
        setText(all);
        setConfirmText(getTranslation("workflows.pause"));
        addConfirmListener(confirm -> paused.accept(inside.getValue()));
        setCancelable(true);
        setCancelText(getTranslation("list.cancel"));
    }
}
