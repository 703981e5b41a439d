package io.usher.designer.messages;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;

/**
 * A message's HTML as a mail program would show it, shut in: no script runs, no form is sent, no link is followed, and
 * pictures from elsewhere are fetched only when the person asks for them.
 */
class HtmlPreview extends Div {

    private static final String RULES = """
            <!doctype html><meta charset="utf-8">\
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src %s">\
            <meta name="referrer" content="no-referrer"><base target="_blank">\
            """;
    private static final String NO_PICTURES = "data:";
    private static final String PICTURES = "data: https:";

    HtmlPreview(String html) {
        addClassName("us-preview");
        var frame = frame(html, NO_PICTURES);
        add(frame);
        if (html.matches("(?is).*(https?:)?//.*")) {
            var pictures = new Button(getTranslation("messages.pictures"));
            pictures.setId("pictures");
            pictures.addClickListener(click -> {
                removeAll();
                add(frame(html, PICTURES));
            });
            addComponentAsFirst(pictures);
        }
    }

    private IFrame frame(String html, String pictures) {
        var frame = new IFrame();
        frame.getElement().setAttribute("sandbox", "");
        frame.getElement().setAttribute("referrerpolicy", "no-referrer");
        frame.getElement().setAttribute("title", getTranslation("messages.content"));
        frame.setSrcdoc(RULES.formatted(pictures) + html);
        return frame;
    }
}
