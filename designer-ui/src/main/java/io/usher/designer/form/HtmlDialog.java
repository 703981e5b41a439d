package io.usher.designer.form;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import io.usher.designer.messages.HtmlPreview;
import java.util.function.Consumer;

/** HTML in a large window: the source, and beside it what it looks like. Each edit is told at once. */
class HtmlDialog extends Dialog {

    private final HtmlPreview preview;

    HtmlDialog(String title, String html, Choices choices, Consumer<String> edited) {
        setHeaderTitle(title);
        addClassName("us-html-dialog");
        setWidth("min(100rem, 96vw)");
        setHeight("92vh");
        setDraggable(false);
        var source = new TextArea(getTranslation("form.html.source"));
        HtmlSetting.prepare(source);
        source.setValue(html);
        source.setAutofocus(true);
        preview = new HtmlPreview(Liquid.marked(html));
        source.addValueChangeListener(change -> {
            edited.accept(change.getValue());
            preview.show(Liquid.marked(change.getValue()));
        });
        var menu = new TemplateMenu(choices::facts, new Caret<>(source)::insert);
        var left = new Div(source, menu);
        left.addClassNames("us-template", "us-html-source");
        var note = new Span(getTranslation("form.html.note"));
        note.addClassName("us-soft");
        var right = new Div(new H3(getTranslation("form.html.preview")), note, preview);
        right.addClassName("us-html-preview");
        var both = new Div(left, right);
        both.addClassName("us-html-both");
        add(both);
        var done = new Button(getTranslation("form.html.done"), click -> close());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(done);
    }
}
