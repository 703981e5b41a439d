package io.usher.designer.look;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.WebStorage;
import java.util.function.Consumer;

/** Light, dark, or as the person's system has it; remembered in the browser. */
public enum Appearance {
    SYSTEM("system", ColorScheme.Value.LIGHT_DARK),
    LIGHT("light", ColorScheme.Value.LIGHT),
    DARK("dark", ColorScheme.Value.DARK);

    private static final String KEY = "usher.appearance";

    /** Runs in the page's head, so that no page is ever painted in the wrong scheme first. */
    public static final String BEFORE_FIRST_PAINT = """
            (function () {
              try {
                var chosen = localStorage.getItem('usher.appearance');
                if (chosen === 'light' || chosen === 'dark') {
                  document.documentElement.setAttribute('theme', chosen);
                  document.documentElement.style.colorScheme = chosen;
                }
              } catch (storageIsBlocked) {
                // as the system has it
              }
            })();
            """;

    private final String word;
    private final ColorScheme.Value scheme;

    Appearance(String word, ColorScheme.Value scheme) {
        this.word = word;
        this.scheme = scheme;
    }

    /** The key of its name in the texts. */
    public String text() {
        return "appearance." + word;
    }

    /** Shows the page so, and remembers it. */
    public void apply(UI ui) {
        ui.getPage().setColorScheme(scheme);
        WebStorage.setItem(ui, WebStorage.Storage.LOCAL_STORAGE, KEY, word);
    }

    static Appearance of(String word) {
        for (var appearance : values()) {
            if (appearance.word.equals(word)) {
                return appearance;
            }
        }
        return SYSTEM;
    }

    /** Tells what this browser remembers. */
    public static void remembered(UI ui, Consumer<Appearance> told) {
        WebStorage.getItem(
                ui, WebStorage.Storage.LOCAL_STORAGE, KEY, word -> told.accept(word == null ? SYSTEM : of(word)));
    }
}
