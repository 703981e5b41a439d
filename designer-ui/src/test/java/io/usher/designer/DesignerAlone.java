package io.usher.designer;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * The built designer before an engine that is made up, and a Chromium: one of each for all tests of a run that need no
 * real engine. A test has people and a window of its own.
 */
public final class DesignerAlone {

    private static DesignerAlone alone;

    private final Chromium chromium = Chromium.ofThisRun();
    private final FakeEngine engine = new FakeEngine();
    private final BuiltDesigner designer;

    private DesignerAlone() throws IOException {
        designer = new BuiltDesigner(engine.url(), "--usher.designer.canvas-bench=true");
        Runtime.getRuntime().addShutdownHook(new Thread(designer::close));
    }

    /** Starts it where nobody has; skips the test where there is no Chromium. */
    public static synchronized DesignerAlone open() throws IOException {
        if (alone == null) {
            alone = new DesignerAlone();
        }
        return alone;
    }

    public Browser browser() {
        return chromium.browser();
    }

    public FakeEngine engine() {
        return engine;
    }

    public URI url() {
        return designer.url();
    }

    /** As {@link BuiltDesigner#header}. */
    public Optional<String> header(String path, String name, String requestHeader, String value) throws Exception {
        return designer.header(path, name, requestHeader, value);
    }
}
