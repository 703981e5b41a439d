package io.usher.designer.settings;

import com.vaadin.flow.component.Component;

/** The way to the settings. */
public final class SettingsNavigation {

    private SettingsNavigation() {}

    /** The page that they begin with. */
    public static Class<? extends Component> first() {
        return WorkspaceSettingsView.class;
    }
}
