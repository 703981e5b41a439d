package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.event.DispatchChangesContract;
import io.usher.engine.event.DispatchQueue;
import io.usher.engine.event.Event;

class FakeStoresQueueTest extends DispatchChangesContract {

    private final FakeStores stores = new FakeStores(new Schedule(0, 0));

    @Override
    protected DispatchQueue queue() {
        return stores.queue;
    }

    @Override
    protected void store(Event event) {
        stores.events.put(event.id(), event);
    }
}
