package io.usher.engine.contact.store;

import io.usher.engine.contact.internal.ConsentLedgers;
import io.usher.engine.contact.internal.ConsentLedgersContract;
import io.usher.engine.testing.EngineIT;
import org.springframework.beans.factory.annotation.Autowired;

@EngineIT
class MongoConsentLedgersIT extends ConsentLedgersContract {

    @Autowired
    private MongoConsentLedgers ledgers;

    @Override
    protected ConsentLedgers ledgers() {
        return ledgers;
    }
}
