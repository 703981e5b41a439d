package io.usher.designer.workflows;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import io.usher.designer.canvas.Block;
import io.usher.designer.canvas.BpmnPath;
import io.usher.designer.canvas.Catalogue;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.SessionToken;
import java.util.List;
import java.util.function.Consumer;

/** The samples as cards: a picture, what it does in one sentence, and a button that takes it. */
class SampleCards extends Div {

    private final EngineCalls calls;
    private final SampleClient samples;
    private final Catalogue catalogue;
    private final SessionToken token;
    private final Consumer<Sample> use;

    /** All samples, and the catalogue that their pictures are drawn with. */
    private record Shelf(List<Sample> samples, List<Block> catalogue) {}

    SampleCards(
            EngineCalls calls, SampleClient samples, Catalogue catalogue, SessionToken token, Consumer<Sample> use) {
        this.calls = calls;
        this.samples = samples;
        this.catalogue = catalogue;
        this.token = token;
        this.use = use;
        addClassName("us-samples");
        setVisible(false);
        addAttachListener(attached -> {
            if (getComponentCount() == 0) {
                calls.run(this, this::read, this::draw, failure -> {});
            }
        });
    }

    private Shelf read() {
        var all = samples.all(token).items();
        return new Shelf(all, all.isEmpty() ? List.of() : catalogue.blocks(token));
    }

    /** While one is being made no other can be taken. */
    void setBusy(boolean busy) {
        getElement().setEnabled(!busy);
    }

    private void draw(Shelf shelf) {
        removeAll();
        setVisible(!shelf.samples().isEmpty());
        var cards = new UnorderedList();
        cards.addClassName("us-sample-cards");
        shelf.samples().forEach(sample -> cards.add(new ListItem(card(sample, shelf.catalogue()))));
        var title = new H3(getTranslation("workflows.samples"));
        add(title, cards);
    }

    private Component card(Sample sample, List<Block> catalogue) {
        var picture = new Div();
        picture.addClassName("us-sample-picture");
        picture.getElement().setAttribute("aria-hidden", "true");
        picture.addAttachListener(attached -> {
            if (picture.getComponentCount() == 0) {
                calls.run(
                        picture,
                        () -> samples.drawn(token, sample.key()).body(),
                        bpmn -> paint(picture, catalogue, bpmn),
                        failure -> {});
            }
        });
        var take = new Button(getTranslation("workflows.use-sample"), click -> use.accept(sample));
        take.setAriaLabel(getTranslation("workflows.use-sample.of", sample.name()));
        take.setId("use-" + sample.key());
        var words = new Div(new H3(sample.name()), new Paragraph(sample.sentence()), take);
        words.addClassName("us-sample-words");
        var card = new Div(picture, words);
        card.addClassName("us-sample");
        return card;
    }

    private static void paint(Div picture, List<Block> catalogue, String bpmn) {
        var path = new BpmnPath(catalogue);
        path.setPicture(true);
        path.show(bpmn, List.of(), null);
        picture.removeAll();
        picture.add(path);
    }
}
