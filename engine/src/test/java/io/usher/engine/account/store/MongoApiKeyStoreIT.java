package io.usher.engine.account.store;

import io.usher.engine.account.internal.ApiKeyStore;
import io.usher.engine.account.internal.ApiKeyStoreContract;
import io.usher.engine.testing.EngineIT;
import org.springframework.beans.factory.annotation.Autowired;

@EngineIT
class MongoApiKeyStoreIT extends ApiKeyStoreContract {

    @Autowired
    private MongoApiKeyStore store;

    @Override
    protected ApiKeyStore keys() {
        return store;
    }
}
