package io.usher.engine.testing;

import io.usher.engine.account.Workspace;
import io.usher.engine.shared.WorkspaceId;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A workspace of one test and its keys. */
public record TestWorkspace(Workspace workspace, String manageKey, String sendKey, String readKey, String baseUrl) {

    public WorkspaceId id() {
        return workspace.id();
    }

    /** The API with the manage key: what nearly every test needs. */
    public Api api() {
        return new Api(baseUrl, manageKey);
    }

    public Api sending() {
        return new Api(baseUrl, sendKey);
    }

    public Api reading() {
        return new Api(baseUrl, readKey);
    }

    /** A client with the manage key, to check single answers closely. */
    public WebTestClient client() {
        return api().client();
    }
}
