package io.usher.engine.testing;

import io.usher.engine.account.ApiKeys;
import io.usher.engine.account.Caller.Scope;
import io.usher.engine.account.Users;
import io.usher.engine.account.Workspace;
import io.usher.engine.account.Workspaces;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.start.Startup;
import io.usher.engine.shared.Actor;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.NamedActor;
import io.usher.engine.shared.WorkspaceId;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/** Makes workspaces for tests: {@code workspaces.create()} in each test keeps tests apart. */
@TestComponent
@Lazy
public class TestWorkspaces {

    private static final NamedActor TEST = new NamedActor(Actor.system("test"), "test");

    private final Startup startup;
    private final Workspaces workspaces;
    private final ApiKeys keys;
    private final Users users;
    private final int port;

    TestWorkspaces(
            Startup startup,
            Workspaces workspaces,
            ApiKeys keys,
            Users users,
            @Value("${local.server.port}") int port) {
        this.startup = startup;
        this.workspaces = workspaces;
        this.keys = keys;
        this.users = users;
        this.port = port;
    }

    /** A new workspace in UTC and Sweden. */
    public TestWorkspace create() {
        return create(ZoneId.of("UTC"), "SE");
    }

    public TestWorkspace create(ZoneId zone, String country) {
        awaitReady();
        var id = new WorkspaceId("t" + Ids.random().substring(0, 11));
        var workspace = Async.value(workspaces.create(new Workspace(id, "Test " + id, zone, country)));
        return new TestWorkspace(workspace, key(id, Scope.MANAGE), key(id, Scope.SEND), key(id, Scope.READ), baseUrl());
    }

    /** A user of this workspace who must change the password; the name. */
    public String user(TestWorkspace workspace, String password) {
        var name = "user-" + Ids.random().substring(0, 8);
        Async.value(users.create(name, password, workspace.id()));
        return name;
    }

    /** The API with the session of a new person of this workspace, whose password is no longer the first. */
    public Api person(TestWorkspace workspace) {
        var person = anonymous().session(user(workspace, "the first password"), "the first password");
        person.put("/me/password", Map.of("current", "the first password", "new", "the second password"));
        return person;
    }

    /** The API without credentials. */
    public Api anonymous() {
        awaitReady();
        return new Api(baseUrl(), null);
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    private String key(WorkspaceId workspace, Scope scope) {
        return Async.value(keys.create(workspace, scope.name(), Set.of(scope), TEST))
                .text();
    }

    private void awaitReady() {
        try {
            startup.awaitReady();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
