package io.usher.designer.drawing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.usher.designer.canvas.Block;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.list.Notice;
import io.usher.designer.list.Skeleton;
import io.usher.designer.list.State;
import io.usher.designer.list.State.Tone;
import io.usher.designer.list.Texts;
import io.usher.designer.list.TimeText;
import io.usher.designer.workflows.VersionClient.Version;
import io.usher.designer.workflows.WorkflowRow;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Every version that was activated: who and when, a look at each, and the way back to one as the draft. */
class VersionsDialog extends Dialog {

    private final EngineCalls calls;
    private final WorkflowRow workflow;
    private final List<Block> blocks;
    private final IntFunction<String> drawn;
    private final BiConsumer<Integer, String> restore;
    private final Notice notice = new Notice();
    private final Skeleton skeleton = new Skeleton();
    private final UnorderedList list = new UnorderedList();

    /**
     * @param drawn a version as it was drawn; asked on a virtual thread
     * @param restore told which version, and its bytes, should be the draft
     */
    VersionsDialog(
            EngineCalls calls,
            WorkflowRow workflow,
            List<Block> blocks,
            Supplier<List<Version>> versions,
            IntFunction<String> drawn,
            BiConsumer<Integer, String> restore) {
        this.calls = calls;
        this.workflow = workflow;
        this.blocks = blocks;
        this.drawn = drawn;
        this.restore = restore;
        setHeaderTitle(getTranslation("drawing.versions"));
        setWidth("44rem");
        list.addClassName("us-versions");
        add(notice, skeleton, list);
        getFooter().add(new Button(getTranslation("drawing.close"), click -> close()));
        addAttachListener(attached -> load(versions));
    }

    private void load(Supplier<List<Version>> versions) {
        notice.clear();
        skeleton.show(false);
        calls.run(
                this,
                versions::get,
                found -> {
                    skeleton.hide();
                    show(found);
                },
                failure -> {
                    skeleton.hide();
                    notice.show(failure, () -> load(versions));
                });
    }

    private void show(List<Version> versions) {
        list.removeAll();
        versions.forEach(version -> list.add(line(version)));
        if (versions.isEmpty()) {
            list.add(new ListItem(new Paragraph(getTranslation("drawing.versions.none"))));
        }
    }

    private ListItem line(Version version) {
        var number = new Span(getTranslation("drawing.version", version.n()));
        number.addClassName("us-strong");
        var who = Texts.soft(getTranslation("drawing.version.by", version.activatedBy()));
        var words = new Div(number, new TimeText(version.activatedAt()), who);
        words.addClassName("us-version-words");
        if (Integer.valueOf(version.n()).equals(workflow.version())) {
            words.add(new State(getTranslation("drawing.version.active"), Tone.GOOD));
        }
        var look = new Button(getTranslation("drawing.version.look"), click -> read(version.n(), this::look));
        look.setId("look-" + version.n());
        look.addThemeVariants(ButtonVariant.TERTIARY);
        look.setAriaLabel(getTranslation("drawing.version.look.label", version.n()));
        var back = new Button(getTranslation("drawing.version.restore"), click -> read(version.n(), this::restore));
        back.setId("restore-" + version.n());
        back.setAriaLabel(getTranslation("drawing.version.restore.label", version.n()));
        back.setVisible(!"archived".equals(workflow.status()));
        return new ListItem(words, look, back);
    }

    private void read(int n, BiConsumer<Integer, String> then) {
        notice.clear();
        calls.run(this, () -> drawn.apply(n), bpmn -> then.accept(n, bpmn), notice::show);
    }

    private void look(int n, String bpmn) {
        new PictureDialog(getTranslation("drawing.version", n), blocks, bpmn).open();
    }

    private void restore(int n, String bpmn) {
        close();
        restore.accept(n, bpmn);
    }
}
