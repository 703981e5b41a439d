package io.usher.designer.drawing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import io.usher.designer.canvas.Block;
import io.usher.designer.canvas.BpmnPath;
import java.util.List;

/** A drawing to look at, nothing else. */
class PictureDialog extends Dialog {

    PictureDialog(String title, List<Block> blocks, String bpmn) {
        setHeaderTitle(title);
        setWidth("min(90vw, 80rem)");
        setHeight("85vh");
        addClassName("us-picture-dialog");
        var picture = new BpmnPath(blocks);
        picture.setSizeFull();
        picture.show(bpmn);
        add(picture);
        getFooter().add(new Button(getTranslation("drawing.close"), click -> close()));
    }
}
