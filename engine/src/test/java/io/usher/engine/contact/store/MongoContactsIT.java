package io.usher.engine.contact.store;

import io.usher.engine.contact.internal.ContactStore;
import io.usher.engine.contact.internal.ContactStoreContract;
import io.usher.engine.contact.internal.ContactUpkeep;
import io.usher.engine.testing.EngineIT;
import org.springframework.beans.factory.annotation.Autowired;

@EngineIT
class MongoContactsIT extends ContactStoreContract {

    @Autowired
    private MongoContacts contacts;

    @Autowired
    private MongoContactUpkeep upkeep;

    @Override
    protected ContactStore store() {
        return contacts;
    }

    @Override
    protected ContactUpkeep upkeep() {
        return upkeep;
    }
}
