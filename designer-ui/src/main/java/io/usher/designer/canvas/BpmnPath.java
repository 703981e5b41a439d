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

/** A drawing to look at: with the path somebody walked and the block where they stand, or as a small picture. */
@Tag("bpmn-path")
@NpmPackage(value = "bpmn-js", version = "18.31.1")
@NpmPackage(value = "diagram-js", version = "15.28.1")
@NpmPackage(value = "zeebe-bpmn-moddle", version = "2.0.0")
@NpmPackage(value = "tiny-svg", version = "4.1.4")
@JsModule("./canvas/bpmn-path.ts")
public class BpmnPath extends Component implements HasSize {

    private final List<Block> catalogue;
    private final List<Consumer<String>> selected = new ArrayList<>();
    private final List<Consumer<String>> refused = new ArrayList<>();
    private boolean picture;
    private @Nullable Shown shown;

    private record Shown(
            String bpmn, List<Step> path, @Nullable String standsAt) {}

    /**
     * A block on the path.
     *
     * @param state done, now, failed, held (done, but its message is not sent) or stopped
     */
    public record Step(String block, String state) {}

    public BpmnPath(List<Block> catalogue) {
        this.catalogue = List.copyOf(catalogue);
    }

    /** Shows a drawing without a path. */
    public void show(String bpmn) {
        show(bpmn, List.of(), null);
    }

    /** Shows the drawing, the blocks walked through in their order, and the one where the journey stands. */
    public void show(String bpmn, List<Step> path, @Nullable String standsAt) {
        shown = new Shown(bpmn, List.copyOf(path), standsAt);
        if (isAttached()) {
            show(shown);
        }
    }

    /**
     * The journey has gone on in the drawing that is shown. It stays where the person has moved it; only a block out of
     * view where the journey has come to is brought into it.
     */
    public void walk(List<Step> path, @Nullable String standsAt) {
        if (shown == null) {
            throw new IllegalStateException("No drawing is shown");
        }
        shown = new Shown(shown.bpmn(), List.copyOf(path), standsAt);
        if (isAttached()) {
            getElement().callJsFunction("walk", path, standsAt);
        }
    }

    /** Selects a block, brings it into view and lets it flash once. */
    public void select(String block) {
        if (isAttached()) {
            getElement().callJsFunction("select", block);
        }
    }

    /** A picture has no controls and does not answer the mouse. */
    public void setPicture(boolean picture) {
        this.picture = picture;
        if (isAttached()) {
            offer();
        }
    }

    /** Told with the block that a person selected. */
    public Registration onSelected(Consumer<String> told) {
        return Registration.addAndRemove(selected, told);
    }

    /** Told with the reason when a document could not be read. */
    public Registration onRefused(Consumer<String> told) {
        return Registration.addAndRemove(refused, told);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        offer();
    }

    private void offer() {
        getElement().callJsFunction("offer", catalogue, Words.of(name -> getTranslation(name)), picture);
        if (shown != null) {
            show(shown);
        }
    }

    private void show(Shown what) {
        getElement().callJsFunction("show", what.bpmn(), what.path(), what.standsAt());
    }

    @ClientCallable
    private void selected(String block) {
        List.copyOf(selected).forEach(told -> told.accept(block));
    }

    @ClientCallable
    private void refused(String why) {
        List.copyOf(refused).forEach(told -> told.accept(why));
    }
}
