package io.usher.engine.journey.internal.record;

import io.usher.engine.journey.Journey;
import io.usher.engine.platform.async.Async;
import io.usher.engine.workflow.Version;
import io.usher.engine.workflow.Workflows;

/** Finds the version a journey is pinned to. */
public final class Versions {

    private Versions() {}

    public static Version of(Workflows workflows, Journey journey) {
        var version = Async.await(workflows.version(journey.workflow(), journey.version()));
        if (version == null) {
            throw new IllegalStateException(
                    "Version " + journey.version() + " of workflow " + journey.workflow() + " is missing");
        }
        return version;
    }

    /** The one way out of a block that is not a decision. */
    public static String wayOut(Version version, String block) {
        var out = version.graph().node(block).out();
        if (out.isEmpty()) {
            throw new IllegalStateException("Block " + block + " has no way out");
        }
        return out.getFirst().id();
    }
}
