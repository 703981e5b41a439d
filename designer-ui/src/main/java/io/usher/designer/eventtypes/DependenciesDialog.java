package io.usher.designer.eventtypes;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.usher.designer.list.Copy;
import io.usher.designer.workflows.WorkflowNavigation;
import io.usher.designer.workflows.WorkflowStatus;

/** Every workflow that an event type starts or stops; from here one is opened, or its id copied. */
class DependenciesDialog extends Dialog {

    DependenciesDialog(EventType type) {
        setHeaderTitle(getTranslation("event-types.dependencies", type.name()));
        setWidth("min(40rem, 100vw - 4rem)");
        var list = new UnorderedList();
        list.addClassName("us-dependencies");
        type.workflows().forEach(use -> list.add(line(use)));
        var all = new Div(new Paragraph(getTranslation("event-types.dependencies.what", type.key())), list);
        all.addClassName("us-dialog-form");
        add(all);
        getFooter().add(new Button(getTranslation("event-types.dependencies.close"), click -> close()));
    }

    private ListItem line(EventType.Use use) {
        var link = WorkflowNavigation.toDrawing(use.name(), use.workflowId());
        link.addClassName("us-dependency-name");
        link.getElement().addEventListener("click", click -> close());
        var copy = new Copy(getTranslation("list.copy-id"), use.workflowId());
        var item = new ListItem(Listeners.signs(use, this), link, WorkflowStatus.draw(this, use.status()), copy);
        item.addClassName("us-dependency");
        return item;
    }
}
