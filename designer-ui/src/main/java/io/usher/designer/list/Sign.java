package io.usher.designer.list;

import com.vaadin.flow.component.html.Span;
import io.usher.designer.look.Icon;

/** A small drawing that means something: said in words to who hovers over it or listens. */
public class Sign extends Span {

    public Sign(Icon glyph, String words) {
        super(glyph.draw());
        addClassName("us-sign");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", words);
        getElement().setAttribute("title", words);
    }

    /** The sign of something that starts a workflow. */
    public static Sign starts(String words) {
        var sign = new Sign(Icon.START, words);
        sign.addClassName("us-sign-start");
        return sign;
    }

    /** The sign of something that stops journeys. */
    public static Sign stops(String words) {
        var sign = new Sign(Icon.STOP, words);
        sign.addClassName("us-sign-stop");
        return sign;
    }
}
