package io.usher.designer.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.usher.designer.canvas.Block;

/** Which kind of block the form is about: its drawing in the colour of its family, its title and what it does. */
final class FormHeader extends Div {

    FormHeader(Block block) {
        addClassName("us-form-head");
        var tile = new Div(new BlockIcon(block.icon()));
        tile.addClassName("us-form-tile");
        tile.getElement().setAttribute("data-family", block.family());
        add(tile, new H2(block.title()));
        if (!block.help().isBlank()) {
            var help = new Paragraph(block.help());
            help.addClassName("us-form-help");
            add(help);
        }
    }

    /** A drawing of the catalogue, the one its card has on the canvas. */
    @Tag("block-icon")
    @JsModule("./form/block-icon.ts")
    static final class BlockIcon extends Component {

        BlockIcon(String icon) {
            getElement().setAttribute("icon", icon);
            getElement().setAttribute("aria-hidden", "true");
        }
    }
}
