package io.usher.designer.look;

import com.vaadin.flow.component.Svg;

/** The designer's own small drawings, in the colour of the text around them. */
public enum Icon {
    EVENTS("M13 3 5 13.5h6L10 21l8-10.5h-6L13 3Z"),
    EVENT_TYPES("M4 12.5V5a1 1 0 0 1 1-1h7.5L20 11.5 12.5 20 4 12.5ZM8.5 8.5h.01"),
    JOURNEYS(
            "M6 8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM6 8.5V15a4 4 0 0 0 4 4h5.5M18 21.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z"),
    MESSAGES("M4 6h16v12H4zM4 7l8 6 8-6"),
    WORKFLOWS("M4 4h6v5H4zM14 15h6v5h-6zM7 9v5a3.5 3.5 0 0 0 3.5 3.5H14"),
    MORE("M12 5.5h.01M12 12h.01M12 18.5h.01"),
    REMOVE("M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13"),
    EDIT("M4 20h4L19.5 8.5l-4-4L4 16v4ZM13 7l4 4"),
    COPY("M9 9h11v11H9zM5 15H4V4h11v1"),
    UP("M6 15l6-6 6 6"),
    DOWN("M6 9l6 6 6-6"),
    CLOSE("M6 6l12 12M18 6 6 18"),
    BACK("M15 5l-7 7 7 7"),
    START("M8 5l11 7-11 7V5Z"),
    STOP("M7 7h10v10H7z"),
    SETTINGS("M4 7h9M17 7h3M15 5v4M4 17h3M11 17h9M9 15v4"),
    STATUS("M3 12h4l2.5-6 4.5 12 2.5-6H21"),
    PERSON("M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5"),
    LINK("M10 14 20 4M14 4h6v6M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5"),
    DESIGNER("M4 5h16v14H4zM4 9h16M8 13h5M8 16h8"),
    ENGINE("M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.1 2.1"
            + "M16.3 16.3l2.1 2.1M5.6 18.4l2.1-2.1M16.3 7.7l2.1-2.1"),
    STORE(
            "M5 6c0-1.7 3.1-3 7-3s7 1.3 7 3-3.1 3-7 3-7-1.3-7-3ZM5 6v12c0 1.7 3.1 3 7 3s7-1.3 7-3V6M5 12c0 1.7 3.1 3 7 3s7-1.3 7-3"),
    BROKER(
            "M5 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM19 21a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM7.5 5.5H14a3 3 0 0 1 3 3V16M16.5 18.5H10"
                    + "a3 3 0 0 1-3-3V8");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** A new drawing of it; decoration only, so that screen readers pass over it. */
    public Svg draw() {
        var svg = new Svg("<svg viewBox='0 0 24 24' fill='none' stroke='currentColor' stroke-width='1.75' "
                + "stroke-linecap='round' stroke-linejoin='round'><path d='" + path + "'/></svg>");
        svg.addClassName("us-svg-icon");
        svg.getElement().setAttribute("aria-hidden", "true");
        return svg;
    }
}
