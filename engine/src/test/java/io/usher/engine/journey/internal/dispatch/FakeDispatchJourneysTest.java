package io.usher.engine.journey.internal.dispatch;

class FakeDispatchJourneysTest extends DispatchJourneysContract {

    private final FakeStores stores = new FakeStores(new Schedule(0, 0));

    @Override
    DispatchJourneys store() {
        return stores.journeyStore;
    }
}
