package io.usher.engine.account.internal;

class FakeDevicesTest extends DeviceStoreContract {

    private final FakeDevices fake = new FakeDevices();

    @Override
    protected DeviceStore devices() {
        return fake;
    }
}
