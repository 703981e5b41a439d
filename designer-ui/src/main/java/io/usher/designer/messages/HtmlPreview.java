package io.usher.designer.messages;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;

/**
 * A message's HTML as a mail program would show it, shut in: no script runs, no form is sent, no link is followed, and
 * pictures from elsewhere are fetched only when the person asks for them.
 */
public class HtmlPreview extends Div {

    private static final String RULES = """
            <!doctype html><meta charset="utf-8">\
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src %s">\
            <meta name="referrer" content="no-referrer"><base target="_blank">\
            """;
    private static final String NO_PICTURES = "data:";
    private static final String PICTURES = "data: https:";

    private final IFrame frame = new IFrame();
    private final Button pictures = new Button(getTranslation("messages.pictures"));
    private String html = "";
    private boolean withPictures;

    public HtmlPreview(String html) {
        addClassName("us-preview");
        pictures.setId("pictures");
        pictures.addClickListener(click -> {
            withPictures = true;
            show(this.html);
        });
        frame.getElement().setAttribute("sandbox", "");
        frame.getElement().setAttribute("referrerpolicy", "no-referrer");
        frame.getElement().setAttribute("title", getTranslation("messages.content"));
        add(pictures, frame);
        show(html);
    }

    /** Shows other HTML, with the pictures the person has asked for before. */
    public void show(String html) {
        this.html = html;
        pictures.setVisible(!withPictures && html.matches("(?is).*(https?:)?//.*"));
        frame.setSrcdoc(RULES.formatted(withPictures ? PICTURES : NO_PICTURES) + html);
    }
}
