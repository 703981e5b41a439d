package io.usher.engine.account.store;

import io.usher.engine.account.internal.TryStore;
import io.usher.engine.account.internal.TryStoreContract;
import io.usher.engine.testing.EngineIT;
import org.springframework.beans.factory.annotation.Autowired;

@EngineIT
class MongoTryStoreIT extends TryStoreContract {

    @Autowired
    private MongoTryStore store;

    @Override
    protected TryStore tries() {
        return store;
    }
}
