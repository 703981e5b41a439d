package io.usher.designer.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.usher.designer.canvas.DrawingProblem;
import io.usher.designer.canvas.Selection;
import java.util.List;

/** The form of one element, as long as it is selected. */
abstract class ElementForm extends Div {

    /** The same element as it is drawn now. */
    abstract void show(Selection now);

    /** What is wrong with the element, as the engine last said. */
    abstract void problems(List<DrawingProblem> problems);

    abstract void choicesChanged();

    /** Where the cursor goes. */
    abstract Component first();

    /** Marks what this problem is about, and where the cursor goes to mend it. */
    Component lead(DrawingProblem problem) {
        return first();
    }
}
