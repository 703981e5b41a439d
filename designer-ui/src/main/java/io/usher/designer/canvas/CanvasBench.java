package io.usher.designer.canvas;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.dom.Style.Display;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.Objects;

/**
 * A canvas, a path and nothing else, for browser tests and for measuring. It is no page of the designer: only
 * {@code usher.designer.canvas-bench=true} puts it at its address.
 */
@Route(value = CanvasBench.ROUTE, registerAtStartup = false, autoLayout = false)
@AnonymousAllowed
@JsModule("./canvas/bench/measure.ts")
class CanvasBench extends Div {

    static final String ROUTE = "canvas-bench";

    CanvasBench() {
        var canvas = new BpmnDesigner(List.of());
        canvas.setSizeFull();
        setSizeFull();
        var path = new BpmnPath(List.of());
        path.setWidthFull();
        path.setHeight("40rem");
        var drawn = said("drawn");
        var selected = said("selected");
        var refused = said("refused");
        var mended = said("mended");
        var found = said("found");
        var crowded = said("crowded");
        var making = said("making");
        var form = said("form");
        var walked = said("walked");
        canvas.onDrawn(drawn::setText);
        canvas.onSelected(selection -> selected.setText(Objects.toString(selection, "")));
        canvas.onRefused(refused::setText);
        canvas.onMended(mended::setText);
        canvas.onLocalCopy(copy -> found.setText(Objects.toString(copy, "")));
        canvas.onCrowded(now -> crowded.setText(now.toString()));
        canvas.onMaking(elements -> making.setText(elements.toString()));
        canvas.onOpenForm(() -> form.setText("open"));
        path.onSelected(walked::setText);
        add(canvas, path, drawn, selected, refused, mended, found, crowded, making, form, walked);
    }

    private static Pre said(String id) {
        var said = new Pre();
        said.setId(id);
        said.getStyle().setDisplay(Display.NONE);
        return said;
    }
}
