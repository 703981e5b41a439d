package io.usher.engine.platform.mongo;

import java.util.List;
import org.springframework.stereotype.Component;

/** What the platform itself keeps. */
@Component
public class PlatformCollections implements CollectionPlan {

    /** Single documents: the installation's name, the clock, the versions of data and indexes. */
    public static final String SETTINGS = "settings";

    public static final String LEASES = "leases";

    @Override
    public List<CollectionSpec> collections() {
        return List.of(
                CollectionSpec.unsharded(SETTINGS, "a handful of documents"),
                CollectionSpec.unsharded(LEASES, "some eighty documents that every engine renews all the time"));
    }
}
