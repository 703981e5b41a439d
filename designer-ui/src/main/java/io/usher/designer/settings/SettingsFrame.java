package io.usher.designer.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.util.List;

/** The settings' pages at the side, beside them the one that is open. */
final class SettingsFrame extends Div {

    /** In the order they are shown in; a new page is added here. */
    private static final List<Entry> PAGES = List.of(
            new Entry("workspace", WorkspaceSettingsView.class),
            new Entry("account", AccountSettingsView.class),
            new Entry("audit", AuditView.class));

    private static final String TEXTS = "settings.";

    private record Entry(String name, Class<? extends Component> page) {}

    private final Section content = new Section();

    /** @param name behind {@code settings.} in its texts */
    SettingsFrame(String name) {
        addClassName("us-settings-frame");
        var pages = new SideNav();
        pages.getElement().setAttribute("aria-label", getTranslation("settings.pages"));
        PAGES.forEach(entry -> pages.addItem(new SideNavItem(getTranslation(TEXTS + entry.name()), entry.page())));
        content.addClassName("us-settings-page");
        content.add(new H2(getTranslation(TEXTS + name)), new Paragraph(getTranslation(TEXTS + name + ".what")));
        add(pages, content);
    }

    /** Puts something below what the page has. */
    void show(Component... more) {
        content.add(more);
    }
}
