package io.usher.designer.workflows;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouterLink;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The ways to the workflows. */
public final class WorkflowNavigation {

    private WorkflowNavigation() {}

    public static Class<? extends Component> list() {
        return WorkflowsView.class;
    }

    /** Where the drawing of one workflow is, for {@code UI.navigate}. */
    public static String drawing(String id) {
        return "workflow/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A link to the drawing of one workflow. */
    public static RouterLink toDrawing(String text, String id) {
        var link = new RouterLink();
        link.setText(text);
        link.getElement().setAttribute("href", drawing(id));
        return link;
    }
}
