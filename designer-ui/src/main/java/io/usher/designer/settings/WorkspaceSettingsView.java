package io.usher.designer.settings;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.usher.designer.account.SignedIn;
import io.usher.designer.account.WorkspaceNamed;
import io.usher.designer.edit.EditForm;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.list.TimeText;
import jakarta.annotation.security.PermitAll;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Name, zone, language, country and public address of the workspace. */
@Route("settings/workspace")
@RouteAlias("settings")
@PermitAll
class WorkspaceSettingsView extends SettingsPage implements BeforeLeaveObserver {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final EditForm<WorkspaceSettings> form;
    private final Paragraph changed = new Paragraph();

    WorkspaceSettingsView(SettingsClient settings, EngineCalls calls, AuthenticationContext authentication) {
        super("workspace");
        var signedIn = authentication.getAuthenticatedUser(SignedIn.class).orElseThrow();
        var token = signedIn.token();
        var source = EditForm.Source.of(
                () -> settings.workspace(token), (tag, fields) -> settings.changeWorkspace(token, tag, fields));
        form = new EditForm<>(calls, WorkspaceSettings.class, source, this::shown)
                .field("name", text("name"))
                .field("zone", zone())
                .field("language", choice("language", Places.languages(getLocale())))
                .field("country", choice("country", Places.countries(getLocale())))
                .field("publicAddress", text("publicAddress"));
        changed.addClassName("us-settings-changed");
        show(form, changed);
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        form.guard(leaving);
    }

    /** The answer may come when the page was left. */
    private void shown(WorkspaceSettings now) {
        getUI().ifPresent(ui -> {
            var at = now.changedAt();
            changed.setVisible(at != null);
            if (at != null) {
                changed.setText(
                        getTranslation("settings.changed", TimeText.words(ui, at), String.valueOf(now.changedBy())));
            }
            ComponentUtil.fireEvent(ui, new WorkspaceNamed(ui, now.name()));
        });
    }

    private TextField text(String name) {
        var field = new TextField(getTranslation(key(name)));
        field.setId(id(name));
        field.setHelperText(getTranslation(key(name) + ".help"));
        return field;
    }

    private ComboBox<String> zone() {
        var zones = choice(
                "zone",
                ZoneId.getAvailableZoneIds().stream()
                        .sorted()
                        .map(Places.Place::of)
                        .toList());
        zones.addValueChangeListener(change -> zones.setHelperText(time(change.getValue())
                .map(now -> getTranslation("settings.workspace.zone.now", now))
                .orElseGet(() -> getTranslation("settings.workspace.zone.help"))));
        return zones;
    }

    /** What time it is there; a zone that the engine knows and this Java does not has none. */
    private static Optional<String> time(@Nullable String zone) {
        try {
            return Optional.ofNullable(zone)
                    .map(ZoneId::of)
                    .map(ZonedDateTime::now)
                    .map(CLOCK::format);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private ComboBox<String> choice(String name, List<Places.Place> places) {
        var field = new ComboBox<String>(getTranslation(key(name)));
        field.setId(id(name));
        field.setHelperText(getTranslation(key(name) + ".help"));
        field.setItems(places.stream().map(Places.Place::code).toList());
        field.setItemLabelGenerator(code -> Places.name(places, code, getLocale()));
        return field;
    }

    private static String key(String name) {
        return "settings.workspace." + (name.equals("publicAddress") ? "address" : name);
    }

    private static String id(String name) {
        return "workspace-" + (name.equals("publicAddress") ? "address" : name);
    }
}
