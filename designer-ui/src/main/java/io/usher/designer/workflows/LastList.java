package io.usher.designer.workflows;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.util.Optional;

/** The filters with which a person last looked at the list: in this tab, else in any of their tabs. */
record LastList(QueryParameters asked) {

    static void is(QueryParameters asked) {
        var last = new LastList(asked);
        ComponentUtil.setData(UI.getCurrent(), LastList.class, last);
        VaadinSession.getCurrent().setAttribute(LastList.class, last);
    }

    static Optional<QueryParameters> seen() {
        return Optional.ofNullable(ComponentUtil.getData(UI.getCurrent(), LastList.class))
                .or(() -> Optional.ofNullable(VaadinSession.getCurrent().getAttribute(LastList.class)))
                .map(LastList::asked);
    }
}
