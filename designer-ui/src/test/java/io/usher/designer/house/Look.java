package io.usher.designer.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Looks at a page as everybody may see it: light and dark, wide and narrow; what axe finds wrong fails the test. */
public final class Look {

    /** WCAG 2 A and AA. The watermark of bpmn.io is not ours to change. */
    private static final String CHECK = """
            async () => (await axe.run({exclude: [['.bjs-powered-by']]},
                {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations']}))
                .violations.flatMap(rule => rule.nodes.map(node =>
                    rule.id + ' at ' + node.target.join(' ') + ': ' + node.html.slice(0, 160)
                    + ' | ' + node.failureSummary.replace(/\\s+/g, ' ').slice(0, 300)))""";

    /** What follows the size of the page has followed it. */
    private static final String PAINTED =
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";

    private static final String AXE = axe();
    private static final int NARROW = 1024;
    private static final int WIDE = 1440;

    private final Page page;
    private boolean closely;

    private Look(Page page) {
        this.page = page;
    }

    public static Look at(Page page) {
        return new Look(page);
    }

    /** Asks axe about each of the four pictures: for what must be cut or moved where there is less room. */
    public Look closely() {
        closely = true;
        return this;
    }

    /** Four pictures under {@code target/pictures} to be looked at; no violation in light where it is narrow, in dark where it is wide. */
    public Look and(String name) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int[] size : new int[][] {{NARROW, 768}, {WIDE, 900}}) {
                page.setViewportSize(size[0], size[1]);
                take("%s-%s-%d.png".formatted(name, scheme.name().toLowerCase(Locale.ROOT), size[0]));
                if (closely || scheme == ColorScheme.LIGHT == (size[0] == NARROW)) {
                    check("%s, %s, %d".formatted(name, scheme.name().toLowerCase(Locale.ROOT), size[0]));
                }
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return this;
    }

    /** No part of the page reaches beyond its right edge, at the narrowest size that is promised. */
    public void shouldFit() {
        page.setViewportSize(1024, 768);
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("width of the page at 1024 px")
                .isEqualTo(1024);
        page.setViewportSize(1440, 900);
        page.evaluate(PAINTED);
    }

    private void take(String file) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "pictures", file))
                .setAnimations(ScreenshotAnimations.DISABLED));
    }

    private void check(String what) {
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(AXE);
        }
        @SuppressWarnings("unchecked")
        var violations = (List<Object>) page.evaluate(CHECK);
        assertThat(violations).as("axe on " + what).isEmpty();
    }

    private static String axe() {
        try (var script = Look.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
