package io.usher.designer.canvas;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.dom.Style.Display;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Objects;

/**
 * A canvas and nothing else, for browser tests before a screen uses it. It is no page of the designer: only
 * {@code usher.designer.canvas-bench=true} puts it at its address.
 */
@Route(value = CanvasBench.ROUTE, registerAtStartup = false, autoLayout = false)
@AnonymousAllowed
class CanvasBench extends Div {

    static final String ROUTE = "canvas-bench";

    CanvasBench() {
        var canvas = new BpmnDesigner(List.of());
        canvas.setSizeFull();
        setSizeFull();
        var drawn = said("drawn");
        var selected = said("selected");
        var refused = said("refused");
        canvas.onDrawn(drawn::setText);
        canvas.onSelected(selection -> selected.setText(Objects.toString(selection, "")));
        canvas.onRefused(refused::setText);
        add(canvas, drawn, selected, refused);
    }

    private static Pre said(String id) {
        var said = new Pre();
        said.setId(id);
        said.getStyle().setDisplay(Display.NONE);
        return said;
    }
}
