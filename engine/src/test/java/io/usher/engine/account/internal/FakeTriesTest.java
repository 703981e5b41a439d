package io.usher.engine.account.internal;

class FakeTriesTest extends TryStoreContract {

    private final FakeTries fake = new FakeTries();

    @Override
    protected TryStore tries() {
        return fake;
    }
}
