package io.usher.engine.order.store;

import io.usher.engine.order.internal.OrderStore;
import io.usher.engine.order.internal.OrderStoreContract;
import io.usher.engine.testing.EngineIT;
import org.springframework.beans.factory.annotation.Autowired;

@EngineIT
class MongoOrdersIT extends OrderStoreContract {

    @Autowired
    private MongoOrders orders;

    @Override
    protected OrderStore store() {
        return orders;
    }
}
