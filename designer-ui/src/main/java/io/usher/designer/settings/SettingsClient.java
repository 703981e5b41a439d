package io.usher.designer.settings;

import static io.usher.designer.engine.EngineHttp.MERGE_PATCH;

import io.usher.designer.engine.IfMatch;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.engine.Versioned;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;

/** What the pages of the settings change; a change names only the fields it changes. Calls block. */
@HttpExchange("/api/v1")
interface SettingsClient {

    @GetExchange("/settings/workspace")
    Versioned<WorkspaceSettings> workspace(SessionToken token);

    @PatchExchange(url = "/settings/workspace", contentType = MERGE_PATCH)
    Versioned<WorkspaceSettings> changeWorkspace(
            SessionToken token, IfMatch settings, @RequestBody Map<String, @Nullable Object> fields);

    @GetExchange("/me")
    Versioned<AccountSettings> account(SessionToken token);

    @PatchExchange(url = "/me", contentType = MERGE_PATCH)
    Versioned<AccountSettings> changeAccount(
            SessionToken token, IfMatch settings, @RequestBody Map<String, @Nullable Object> fields);
}
