package io.usher.designer.look;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;

/** The mark and the name: a seat, found by the light of a torch. */
public class Brand extends Span {

    public Brand() {
        addClassName("us-brand");
        add(new Image("usher/mark.svg", ""), new Span("Usher"));
    }
}
