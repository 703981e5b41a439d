package io.usher.designer.canvas;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The canvas on which a workflow is drawn. The document stands here and is sent again whenever the element is put on a
 * page; the browser tells what was drawn, what is selected and what could not be read.
 */
@Tag("bpmn-designer")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
@NpmPackage(value = "diagram-js", version = "15.28.1")
@NpmPackage(value = "diagram-js-minimap", version = "5.5.0")
@NpmPackage(value = "zeebe-bpmn-moddle", version = "2.0.0")
@NpmPackage(value = "tiny-svg", version = "4.1.4")
@NpmPackage(value = "@dagrejs/dagre", version = "3.1.3")
@JsModule("./canvas/bpmn-designer.ts")
public class BpmnDesigner extends Component implements HasSize {

    private final List<Block> catalogue;
    private final List<Consumer<String>> drawn = new ArrayList<>();
    private final List<Consumer<@Nullable Selection>> selected = new ArrayList<>();
    private final List<Consumer<String>> refused = new ArrayList<>();
    private String document = "";

    public BpmnDesigner(List<Block> catalogue) {
        this.catalogue = List.copyOf(catalogue);
    }

    /** The document as it was last opened or drawn. */
    public String document() {
        return document;
    }

    /** Shows another document; undo does not reach behind it. */
    public void open(String bpmn) {
        document = bpmn;
        if (isAttached()) {
            getElement().callJsFunction("open", bpmn);
        }
    }

    public void change(String elementId, Change change) {
        getElement().callJsFunction("change", elementId, change);
    }

    public void select(String elementId) {
        getElement().callJsFunction("select", elementId);
    }

    public Registration onDrawn(Consumer<String> told) {
        return Registration.addAndRemove(drawn, told);
    }

    /** Null is told when nothing, or more than one element, is selected. */
    public Registration onSelected(Consumer<@Nullable Selection> told) {
        return Registration.addAndRemove(selected, told);
    }

    /** Told with the reason when a document could not be read; the canvas stays as it was. */
    public Registration onRefused(Consumer<String> told) {
        return Registration.addAndRemove(refused, told);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement().callJsFunction("offer", catalogue, words());
        if (!document.isEmpty()) {
            getElement().callJsFunction("open", document);
        }
    }

    private Words words() {
        return new Words(
                getTranslation("canvas.blocks"),
                getTranslation("canvas.tools"),
                getTranslation("canvas.undo"),
                getTranslation("canvas.redo"),
                getTranslation("canvas.zoom-in"),
                getTranslation("canvas.zoom-out"),
                getTranslation("canvas.fit"),
                getTranslation("canvas.tidy"),
                getTranslation("canvas.map"),
                getTranslation("canvas.yes"),
                getTranslation("canvas.else"),
                getTranslation("canvas.way"));
    }

    @ClientCallable
    private void drawn(String bpmn) {
        document = bpmn;
        List.copyOf(drawn).forEach(told -> told.accept(bpmn));
    }

    @ClientCallable
    private void selected(@Nullable Selection selection) {
        List.copyOf(selected).forEach(told -> told.accept(selection));
    }

    @ClientCallable
    private void refused(String why) {
        List.copyOf(refused).forEach(told -> told.accept(why));
    }
}
