package io.usher.engine.platform.mongo;

import java.util.List;

/**
 * The collections that one module owns, each declared once; a module has one bean of this kind. What is not declared cannot be
 * asked of {@link Mongo}, and the indexes are built before the engine is ready.
 */
public interface CollectionPlan {

    List<CollectionSpec> collections();
}
