package io.usher.engine.order.internal;

class FakeOrderStoreTest extends OrderStoreContract {

    private final FakeOrderStore fake = new FakeOrderStore();

    @Override
    protected OrderStore store() {
        return fake;
    }
}
