package io.usher.designer;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Inline.Wrapping;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import io.usher.designer.look.Appearance;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the designer; also what every page has in common: theme, tokens, push, colour scheme. */
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("usher/tokens.css")
@StyleSheet("usher/shell.css")
@StyleSheet("usher/reading.css")
@StyleSheet("usher/lists.css")
@StyleSheet("usher/form.css")
@StyleSheet("usher/settings.css")
@StyleSheet("usher/drawing.css")
@ColorScheme(ColorScheme.Value.LIGHT_DARK)
@SpringBootApplication
@ConfigurationPropertiesScan
public class DesignerApplication implements AppShellConfigurator {

    public static void main(String[] args) {
        SpringApplication.run(DesignerApplication.class, args);
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Usher");
        settings.addFavIcon("icon", "usher/mark.svg", "any");
        settings.addMetaTag("color-scheme", "light dark");
        settings.addInlineWithContents(Appearance.BEFORE_FIRST_PAINT, Wrapping.JAVASCRIPT);
    }
}
