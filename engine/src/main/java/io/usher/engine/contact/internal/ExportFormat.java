package io.usher.engine.contact.internal;

import io.usher.engine.shared.Keyed;

/** How an export is written. */
public enum ExportFormat implements Keyed {
    CSV("csv", "text/csv;charset=utf-8"),
    NDJSON("ndjson", "application/x-ndjson");

    private final String key;
    private final String mediaType;

    ExportFormat(String key, String mediaType) {
        this.key = key;
        this.mediaType = mediaType;
    }

    @Override
    public String key() {
        return key;
    }

    String mediaType() {
        return mediaType;
    }
}
