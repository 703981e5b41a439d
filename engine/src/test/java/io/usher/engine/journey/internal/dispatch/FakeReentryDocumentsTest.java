package io.usher.engine.journey.internal.dispatch;

class FakeReentryDocumentsTest extends ReentryDocumentsContract {

    private final FakeStores stores = new FakeStores(new Schedule(0, 0));

    @Override
    ReentryDocuments documents() {
        return stores.documents;
    }
}
