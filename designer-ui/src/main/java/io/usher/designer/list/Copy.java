package io.usher.designer.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.usher.designer.look.Icon;

/** Puts a text into the clipboard, and says that it did. */
public class Copy extends NativeButton {

    private static final String TO_CLIPBOARD = """
            const button = this;
            button.onclick = event => {
              if ($1) {
                event.preventDefault();
                event.stopPropagation();
              }
              const done = () => {
                button.dataset.done = '';
                setTimeout(() => delete button.dataset.done, 1500);
              };
              if (navigator.clipboard) {
                navigator.clipboard.writeText($0).then(done, () => {});
              } else {
                const area = document.createElement('textarea');
                area.value = $0;
                document.body.append(area);
                area.select();
                if (document.execCommand('copy')) done();
                area.remove();
              }
            };
            """;

    public Copy(String label, String text) {
        addClassName("us-copy");
        getElement().setAttribute("type", "button");
        getElement().setAttribute("title", label);
        getElement().setAttribute("aria-label", label);
        var copied = new Span(getTranslation("list.copied"));
        copied.getElement().setAttribute("role", "status");
        add(Icon.COPY.draw(), copied);
        addAttachListener(attached -> getElement().executeJs(TO_CLIPBOARD, text, true));
    }

    /** Makes a click on something else, such as an item of a menu, put the text into the clipboard too. */
    public static void onClick(Component clicked, String text) {
        clicked.addAttachListener(attached -> clicked.getElement().executeJs(TO_CLIPBOARD, text, false));
    }
}
