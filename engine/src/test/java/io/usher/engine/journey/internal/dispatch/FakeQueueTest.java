package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.event.DispatchQueue;
import io.usher.engine.event.DispatchQueueContract;
import io.usher.engine.event.Event;

class FakeQueueTest extends DispatchQueueContract {

    private final FakeQueue fake = new FakeQueue();

    @Override
    protected DispatchQueue queue() {
        return fake;
    }

    @Override
    protected Event add(String workspace, String contact, long position) {
        return fake.add(workspace, contact, "paid", position);
    }
}
