package io.usher.engine.contact.internal;

class FakeConsentLedgersTest extends ConsentLedgersContract {

    private final FakeConsentLedgers fake = new FakeConsentLedgers();

    @Override
    protected ConsentLedgers ledgers() {
        return fake;
    }
}
