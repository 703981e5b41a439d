package io.usher.designer.drawing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.workflows.TagsField;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The tags of a workflow: those used elsewhere are offered; a word that is typed and not known becomes one. */
class TagsDialog extends Dialog {

    private final TagsField field = new TagsField();

    /** @param usedElsewhere asked on a virtual thread; the dialog does without, when it cannot be had */
    TagsDialog(
            EngineCalls calls,
            List<String> tags,
            Supplier<List<String>> usedElsewhere,
            Consumer<List<String>> changed) {
        setHeaderTitle(getTranslation("drawing.tags"));
        setWidth("28rem");
        field.setId("tags-field");
        field.setLabel(getTranslation("drawing.tags"));
        field.setHelperText(getTranslation("drawing.tags.help"));
        field.setAutofocus(true);
        field.setWidthFull();
        field.choose(tags);
        addAttachListener(attached -> calls.run(this, usedElsewhere, field::know, failure -> {}));
        add(field);
        var save = new Button(getTranslation("drawing.tags.save"), click -> {
            close();
            changed.accept(new ArrayList<>(field.getValue()));
        });
        save.setId("tags-save");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("list.cancel"), click -> close()), save);
    }
}
