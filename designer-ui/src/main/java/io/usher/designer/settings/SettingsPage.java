package io.usher.designer.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;

/** A page of the settings, in their frame. */
abstract class SettingsPage extends Div implements HasDynamicTitle {

    private final SettingsFrame frame;

    /** @param name behind {@code settings.} in its texts */
    SettingsPage(String name) {
        frame = new SettingsFrame(name);
        addClassNames("us-page", "us-settings");
        add(frame);
    }

    /** Puts something below what the page has. */
    void show(Component... more) {
        frame.show(more);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("settings.title");
    }
}
