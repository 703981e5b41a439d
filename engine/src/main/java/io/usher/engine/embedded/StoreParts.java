package io.usher.engine.embedded;

/** What all databases of one store share. */
record StoreParts(
        StoreFile file, FullScans scans, SearchCosts costs, UntargetedWrites untargeted, OpenCursors cursors) {}
