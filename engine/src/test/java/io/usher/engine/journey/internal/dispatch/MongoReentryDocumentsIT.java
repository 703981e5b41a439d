package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.testing.EngineIT;
import org.springframework.beans.factory.annotation.Autowired;

@EngineIT
class MongoReentryDocumentsIT extends ReentryDocumentsContract {

    @Autowired
    private ReentryDocuments documents;

    @Override
    ReentryDocuments documents() {
        return documents;
    }
}
