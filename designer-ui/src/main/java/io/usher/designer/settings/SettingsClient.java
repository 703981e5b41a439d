package io.usher.designer.settings;

import io.usher.designer.edit.EditForm;
import io.usher.designer.engine.ApiPath;
import io.usher.designer.engine.EngineClient;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.engine.Versioned;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the pages of the settings change, a resource of the engine for each; calls block. */
@Service
class SettingsClient {

    private final EngineClient engine;

    SettingsClient(EngineClient engine) {
        this.engine = engine;
    }

    /** What is under this path. */
    <T> EditForm.Source<T> at(SessionToken token, ApiPath path, Class<T> type) {
        return new EditForm.Source<>() {
            @Override
            public Versioned<T> read() {
                return engine.getVersioned(token, path, type);
            }

            @Override
            public Versioned<T> change(Map<String, @Nullable Object> fields, String etag) {
                return engine.patchOn(token, path, etag, fields, type);
            }
        };
    }
}
