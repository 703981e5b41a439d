package io.usher.engine.account.store;

import io.usher.engine.account.internal.DeviceStore;
import io.usher.engine.account.internal.DeviceStoreContract;
import io.usher.engine.testing.EngineIT;
import org.springframework.beans.factory.annotation.Autowired;

@EngineIT
class MongoDeviceStoreIT extends DeviceStoreContract {

    @Autowired
    private MongoDeviceStore store;

    @Override
    protected DeviceStore devices() {
        return store;
    }
}
