package io.usher.designer.canvas;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.page.Page;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final List<Consumer<String>> mended = new ArrayList<>();
    private final List<Consumer<@Nullable LocalCopy>> copies = new ArrayList<>();
    private final List<Consumer<Boolean>> crowds = new ArrayList<>();
    private final List<Consumer<Set<String>>> makings = new ArrayList<>();
    private final List<Runnable> formsOpened = new ArrayList<>();
    private String document = "";
    private int opening;
    private int openings;
    private int edits;
    private String told = "";
    private List<DrawingProblem> problems = List.of();
    private Map<String, String> segments = Map.of();
    private String starts = "";
    private boolean readOnly;
    private @Nullable Copy copy;

    private record Copy(String owner, String opening, String base) {}

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
        opening = ++openings;
        call("open", bpmn, opening);
    }

    /**
     * The same for a document of unknown worth: when it cannot be shown, the one before stays, and {@link #onRefused} hears
     * why.
     */
    public void tryOpen(String bpmn, Runnable shown) {
        if (!isAttached()) {
            open(bpmn);
            shown.run();
            return;
        }
        int number = ++openings;
        getElement().callJsFunction("tryOpen", bpmn, number).then(Boolean.class, isShown -> {
            // another one may have been opened meanwhile
            if (isShown && number > opening) {
                document = bpmn;
                opening = number;
                shown.run();
            }
        });
    }

    /** Lets the person choose a file and hands on what stands in it; {@link #onRefused} hears when it cannot be read. */
    public void chooseFile(Consumer<String> chosen) {
        getElement().callJsFunction("chooseFile").then(String.class, bpmn -> {
            if (bpmn != null) {
                chosen.accept(bpmn);
            }
        });
    }

    /** Puts a block in the place of what another tool drew; one undo takes it back. */
    public void replaceElement(String elementId, String block) {
        call("replaceElement", elementId, block);
    }

    /** Changes one element; one undo takes it back. */
    public void change(String elementId, Change change) {
        change(Map.of(elementId, change));
    }

    /** Changes several elements in one step, which one undo takes back. */
    public void change(Map<String, Change> changes) {
        call("changeAll", new LinkedHashMap<>(changes), ++edits);
    }

    /** One more way out of a decision, in one step that one undo takes back. */
    public void addWay(String decisionId) {
        call("addWay", decisionId);
    }

    /** Takes an element out of the drawing, as its delete key does. */
    public void remove(String elementId) {
        call("removeElement", elementId);
    }

    /** Lays the drawing out anew, which one undo takes back. */
    public void tidy() {
        call("tidy");
    }

    /** Selects an element, brings it into view and lets it flash once. */
    public void select(String elementId) {
        call("select", elementId);
    }

    /** Puts the focus on the canvas. */
    public void focusCanvas() {
        call("focusCanvas");
    }

    /** Marks the cards that something is wrong with, until the next call. */
    public void problems(List<DrawingProblem> found) {
        problems = List.copyOf(found);
        call("problems", problems);
    }

    /** The names of segments by their keys, for the cards' summaries. */
    public void segments(Map<String, String> keyToName) {
        segments = Map.copyOf(keyToName);
        call("segments", segments);
    }

    /** What starts the workflow, in one line: it stands on the Start card, whose settings are not in the drawing. */
    public void startsWith(String line) {
        starts = line;
        call("startsWith", line);
    }

    /** A drawing that is read only can be looked at and selected in, nothing else. */
    public void setReadOnly(boolean readOnly) {
        this.readOnly = readOnly;
        call("setReadOnly", readOnly);
    }

    /** Hands on the document as it is now, without waiting for the quiet after the last change. */
    public void flush(Consumer<String> told) {
        if (!isAttached()) {
            told.accept(document);
            return;
        }
        getElement().callJsFunction("save").then(String.class, bpmn -> {
            document = bpmn;
            told.accept(bpmn);
        });
    }

    /**
     * Keeps every change in the browser's own storage as well, until {@link #saved} says that the engine has it. Undo goes on
     * behind a reload when the same document is opened again for the same owner in the same tab.
     *
     * @param owner whose copy it is: the workflow and the person
     * @param opening which has a place of its own there, so that two tabs never write over one another
     * @param base the ETag of the draft that is drawn on
     */
    public void keepCopyAs(String owner, String opening, String base) {
        copy = new Copy(owner, opening, base);
        call("keepCopyAs", owner, opening, base);
    }

    /** The engine has what was drawn last, under this ETag: the browser's copy goes. */
    public void saved(String etag) {
        saved(etag, document);
    }

    /** The engine has this document under this ETag: the browser's copy goes, unless more was drawn since. */
    public void saved(String etag, String bpmn) {
        if (copy != null) {
            copy = new Copy(copy.owner(), copy.opening(), etag);
        }
        call("saved", etag, bpmn.hashCode());
    }

    /** As above once this canvas has left the page: what was drawn last was still on its way then. */
    public void savedLate(Page page, String bpmn) {
        if (copy != null) {
            page.executeJs(
                    "window.usherStoredLate && window.usherStoredLate($0, $1, $2)",
                    copy.owner(),
                    copy.opening(),
                    bpmn.hashCode());
        }
    }

    /** What was drawn here is not wanted. */
    public void dropLocalCopy() {
        call("dropLocalCopy");
    }

    /** The copy that was found is drawn on here, and is this opening's own from now on. */
    public void takeCopy(LocalCopy found) {
        call("takeCopy", found.slot());
    }

    /** The copy that was found is not wanted. */
    public void forgetCopy(LocalCopy found) {
        call("forgetCopy", found.slot());
    }

    /**
     * Told after a document was opened for which an earlier opening left a copy behind that never reached the engine; null once
     * there is none any more.
     */
    public Registration onLocalCopy(Consumer<@Nullable LocalCopy> told) {
        return Registration.addAndRemove(copies, told);
    }

    public Registration onDrawn(Consumer<String> told) {
        return Registration.addAndRemove(drawn, told);
    }

    /** Null is told when nothing, or more than one element, is selected. */
    public Registration onSelected(Consumer<@Nullable Selection> told) {
        return Registration.addAndRemove(selected, told);
    }

    /**
     * Told after each document that was opened what had to be done to show all of it, such as to lay it out; blank for
     * nothing.
     */
    public Registration onMended(Consumer<String> told) {
        return Registration.addAndRemove(mended, told);
    }

    /** Told in a sentence when a document could not be read or an edit not be done; the canvas stays as it was. */
    public Registration onRefused(Consumer<String> told) {
        return Registration.addAndRemove(refused, told);
    }

    /**
     * Told with true after a document was opened in which cards lie on one another, as drawn by a tool whose blocks are
     * smaller, and with false when they no longer do.
     */
    public Registration onCrowded(Consumer<Boolean> told) {
        return Registration.addAndRemove(crowds, told);
    }

    /** Told when a person wants to fill in the selected block: Enter or a double click on its card. */
    public Registration onOpenForm(Runnable told) {
        return Registration.addAndRemove(formsOpened, told);
    }

    /** Told the elements that were brought with the one that is selected now; none when something else is selected. */
    public Registration onMaking(Consumer<Set<String>> told) {
        return Registration.addAndRemove(makings, told);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        edits = 0;
        call("offer", catalogue, Words.of(name -> getTranslation(name)));
        call("segments", segments);
        call("startsWith", starts);
        call("setReadOnly", readOnly);
        if (copy != null) {
            call("keepCopyAs", copy.owner(), copy.opening(), copy.base());
        }
        if (!document.isEmpty()) {
            call("open", document, opening);
            call("problems", problems);
        }
    }

    private void call(String function, Object... arguments) {
        if (isAttached()) {
            getElement().callJsFunction(function, arguments);
        }
    }

    /** What was drawn on a document that has given way meanwhile counts no more; the browser's copy has it. */
    @ClientCallable
    private void drawn(String bpmn, int on) {
        if (on != opening) {
            return;
        }
        document = bpmn;
        List.copyOf(drawn).forEach(told -> told.accept(bpmn));
    }

    /**
     * What the browser said of an element before it heard of the latest change counts no more: it would take back what the
     * form has been given meanwhile. It says the element again once it has heard.
     *
     * @param heard how many of the changes asked for here the browser has heard of
     */
    @ClientCallable
    void selected(@Nullable Selection selection, int heard) {
        var element = selection == null ? "" : selection.id();
        if (heard < edits && element.equals(told)) {
            return;
        }
        told = element;
        List.copyOf(selected).forEach(told -> told.accept(selection));
    }

    @ClientCallable
    private void refused(String why) {
        List.copyOf(refused).forEach(told -> told.accept(why));
    }

    @ClientCallable
    private void mended(String said) {
        List.copyOf(mended).forEach(told -> told.accept(said));
    }

    @ClientCallable
    private void found(@Nullable LocalCopy found) {
        List.copyOf(copies).forEach(told -> told.accept(found));
    }

    @ClientCallable
    private void crowded(boolean crowded) {
        List.copyOf(crowds).forEach(told -> told.accept(crowded));
    }

    @ClientCallable
    void making(String[] elements) {
        List.copyOf(makings).forEach(told -> told.accept(Set.copyOf(List.of(elements))));
    }

    @ClientCallable
    private void openForm() {
        List.copyOf(formsOpened).forEach(Runnable::run);
    }
}
