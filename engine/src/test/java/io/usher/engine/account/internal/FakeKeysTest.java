package io.usher.engine.account.internal;

class FakeKeysTest extends ApiKeyStoreContract {

    private final FakeKeys fake = new FakeKeys();

    @Override
    protected ApiKeyStore keys() {
        return fake;
    }
}
