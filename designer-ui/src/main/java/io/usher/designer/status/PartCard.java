package io.usher.designer.status;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.usher.designer.look.Icon;
import io.usher.designer.look.StatusDot;

/** One process of the house: what it is, whether it runs, and what it says about itself. */
class PartCard extends ListItem {

    private final StatusDot dot = new StatusDot();
    private final Span state = new Span();
    private final PartFacts facts = new PartFacts();

    PartCard(Icon glyph, String id) {
        setId(id);
        addClassName("us-part");
        var name = new H3(getTranslation("status.part." + id));
        var what = new Paragraph(getTranslation("status.part." + id + ".what"));
        var head = new Div(glyph.draw(), name);
        head.addClassName("us-part-head");
        var says = new Div(dot, state);
        says.addClassName("us-part-state");
        add(head, what, says, facts);
    }

    /** Shows a state and gives back the empty list of facts to fill. */
    PartFacts show(StatusDot.Light light, String words) {
        dot.show(light);
        state.setText(words);
        facts.clear();
        return facts;
    }

    String stateText() {
        return state.getText();
    }
}
