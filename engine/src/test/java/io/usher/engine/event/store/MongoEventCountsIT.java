package io.usher.engine.event.store;

import io.usher.engine.event.internal.CountStore;
import io.usher.engine.event.internal.CountStoreContract;
import io.usher.engine.testing.EngineIT;
import org.springframework.beans.factory.annotation.Autowired;

@EngineIT
class MongoEventCountsIT extends CountStoreContract {

    @Autowired
    private MongoEventCounts counts;

    @Override
    protected CountStore store() {
        return counts;
    }
}
