package io.usher.designer.canvas;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the canvas says in the browser; the names of its fields are those of {@code words.ts}. */
record Words(
        String blocks,
        String canvas,
        String undo,
        String redo,
        String zoomIn,
        String zoomOut,
        String fit,
        String tidy,
        String map,
        String yes,
        @JsonProperty("else") String otherwise,
        String way) {}
