package io.usher.engine.contact.internal;

class FakeContactStoreTest extends ContactStoreContract {

    private final FakeContactStore fake = new FakeContactStore();

    @Override
    protected ContactStore store() {
        return fake;
    }

    @Override
    protected ContactUpkeep upkeep() {
        return fake;
    }
}
