package io.usher.designer.engine;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Sessions and the own password at the engine. */
@HttpExchange("/api/v1")
interface AccountCalls {

    String DESIGNER_KEY = "X-Usher-Designer-Key";

    record Opened(String token, @Nullable String device, boolean mustChangePassword) {}

    @PostExchange("/sessions")
    Opened signIn(
            @RequestHeader(DESIGNER_KEY) Optional<String> key, @RequestBody Map<String, @Nullable Object> credentials);

    @DeleteExchange("/sessions/current")
    void signOut(SessionToken token);

    @GetExchange("/me")
    Person me(SessionToken token);

    @PutExchange("/me/password")
    void changePassword(
            SessionToken token,
            @RequestHeader(DESIGNER_KEY) Optional<String> key,
            @RequestBody Map<String, @Nullable Object> passwords);

    @PostExchange("/me/confirm")
    void confirmPassword(
            SessionToken token,
            @RequestHeader(DESIGNER_KEY) Optional<String> key,
            @RequestBody Map<String, @Nullable Object> password);
}
