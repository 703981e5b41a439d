package io.usher.engine.event.internal;

class FakeCountStoreTest extends CountStoreContract {

    private final FakeCountStore fake = new FakeCountStore();

    @Override
    protected CountStore store() {
        return fake;
    }
}
