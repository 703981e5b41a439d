package io.usher.designer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** The part of the engine's public API the designer uses, over real HTTP, with people and troubles as a test needs them. */
public final class FakeEngine implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** One call as it came in; the body stands in {@code text} as it was sent, and in {@code body} if it is JSON. */
    public record Call(
            String method,
            String path,
            String query,
            String authorization,
            Map<String, Object> body,
            String text,
            String ifMatch,
            String designerKey,
            String contentType,
            String language,
            String prefer) {}

    /** An answer whole: status, kind of content (empty for none), content and ETag (empty for none). */
    public record Answer(int status, String type, String body, String etag) {

        public static Answer json(String body) {
            return new Answer(200, "application/json", body, "");
        }

        /** A document, and the tag it has. */
        public static Answer xml(String body, String etag) {
            return new Answer(200, "application/xml", body, etag);
        }

        /** It is saved under this tag. */
        public static Answer saved(String etag) {
            return new Answer(204, "", "", etag);
        }

        /** Another one is there. */
        public static Answer stale(String etag, String who) {
            return new Answer(412, "application/problem+json", problem(who), etag);
        }

        /** The password is to be typed once more first. */
        public static Answer confirmPassword() {
            var problem = Map.of("type", "urn:usher:problem:confirm-password", "title", "Not allowed");
            return new Answer(403, "application/problem+json", JSON.writeValueAsString(problem), "");
        }

        public static Answer refused(int status, String why) {
            return new Answer(status, "application/problem+json", problem(why), "");
        }

        private static String problem(String why) {
            return JSON.writeValueAsString(Map.of("title", "Refused", "detail", why));
        }
    }

    private record Account(String password, boolean mustChange) {}

    private final int port;
    private HttpServer server;
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Map<String, String> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final Set<String> delayed = ConcurrentHashMap.newKeySet();
    private final Map<String, Function<Call, Answer>> answers = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile String storeStatus = "UP";

    public FakeEngine() {
        server = open(0);
        port = server.getAddress().getPort();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public void add(String user, String password, boolean mustChange) {
        accounts.put(user, new Account(password, mustChange));
    }

    /** From now on this user is answered "too many tries". */
    public void delay(String user) {
        delayed.add(user);
    }

    /** A session as a sign-in would have opened it. */
    public String openSession(String user) {
        var token = "token-" + user + "-" + opened.incrementAndGet();
        sessions.put(token, user);
        return token;
    }

    /** The engine forgets every session, as when they were revoked. */
    public void forgetSessions() {
        sessions.clear();
    }

    public void storeIs(String status) {
        storeStatus = status;
    }

    /** From now on a call such as "GET /api/v1/events" of somebody signed in is answered with this JSON. */
    public void answer(String call, Function<Call, String> json) {
        reply(call, made -> Answer.json(json.apply(made)));
    }

    /** From now on a call of somebody signed in is answered like this, whatever status and content that is. */
    public void reply(String call, Function<Call, Answer> answer) {
        answers.put(call, answer);
    }

    /** From now on this call is refused. */
    public void refuse(String call, int status, String why) {
        reply(call, made -> Answer.refused(status, why));
    }

    /** Forgets what was said with {@link #answer} and {@link #refuse}. */
    public void forgetAnswers() {
        gate.countDown();
        answers.clear();
    }

    /** Calls wait until the latch is counted down. */
    public CountDownLatch hold() {
        gate = new CountDownLatch(1);
        return gate;
    }

    /** Every call so far, in the order they came in. */
    public List<Call> calls() {
        return List.copyOf(calls);
    }

    public List<Call> calls(String method, String path) {
        return calls.stream()
                .filter(call -> call.method().equals(method) && call.path().equals(path))
                .toList();
    }

    /** Nobody listens at the address any more. */
    public void goAway() {
        server.stop(0);
    }

    /** Somebody listens again, at the same address. */
    public void comeBack() {
        server = open(port);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private HttpServer open(int at) {
        try {
            var opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
            opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            opened.createContext("/", this::handle);
            opened.start();
            return opened;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            gate.await();
            var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            @SuppressWarnings("unchecked")
            Map<String, Object> body = sent.startsWith("{") ? JSON.readValue(sent, Map.class) : Map.of();
            var authorization = exchange.getRequestHeaders().getFirst("Authorization");
            var call = new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    Objects.toString(exchange.getRequestURI().getQuery(), ""),
                    authorization == null ? "" : authorization,
                    body,
                    sent,
                    Objects.toString(exchange.getRequestHeaders().getFirst("If-Match"), ""),
                    Objects.toString(exchange.getRequestHeaders().getFirst("X-Usher-Designer-Key"), ""),
                    Objects.toString(exchange.getRequestHeaders().getFirst("Content-Type"), ""),
                    Objects.toString(exchange.getRequestHeaders().getFirst("Accept-Language"), ""),
                    Objects.toString(exchange.getRequestHeaders().getFirst("Prefer"), ""));
            calls.add(call);
            answer(exchange, call);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, Call call) throws IOException {
        var user = sessions.get(call.authorization().replace("Bearer ", ""));
        switch (call.method() + " " + call.path()) {
            case "POST /api/v1/sessions" -> signIn(exchange, call);
            case "GET /api/v1/me" -> {
                if (user == null) {
                    problem(exchange, 401, "Sign in first", "");
                } else if (accounts.get(user).mustChange()) {
                    problem(exchange, 403, "The password must be changed first", "");
                } else {
                    json(exchange, 200, Map.of("name", user, "workspace", Map.of("id", "w1", "name", "Opera House")));
                }
            }
            case "PUT /api/v1/me/password" -> changePassword(exchange, call, user);
            case "POST /api/v1/me/confirm" -> confirmPassword(exchange, call, user);
            case "DELETE /api/v1/sessions/current" -> {
                sessions.remove(call.authorization().replace("Bearer ", ""));
                exchange.sendResponseHeaders(204, -1);
            }
            case "GET /actuator/health" -> health(exchange, user != null);
            case "GET /actuator/health/store" -> status(exchange, storeStatus);
            case "GET /actuator/health/broker", "GET /actuator/health/start", "GET /actuator/health/background" ->
                status(exchange, "UP");
            case "GET /v3/api-docs" -> json(exchange, 200, Map.of("info", Map.of("version", "7.7.7")));
            default -> prepared(exchange, call, user);
        }
    }

    private void prepared(HttpExchange exchange, Call call, String user) throws IOException {
        var answer = answers.get(call.method() + " " + call.path());
        if (user == null) {
            problem(exchange, 401, "Sign in first", "");
        } else if (answer == null) {
            problem(exchange, 404, "Not found", call.path());
        } else {
            var told = answer.apply(call);
            if (!told.etag().isEmpty()) {
                exchange.getResponseHeaders().add("ETag", '"' + told.etag() + '"');
            }
            send(exchange, told.status(), told.type(), told.body().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void signIn(HttpExchange exchange, Call call) throws IOException {
        var user = String.valueOf(call.body().get("user"));
        var account = accounts.get(user);
        if (delayed.contains(user)) {
            exchange.getResponseHeaders().add("Retry-After", "17");
            problem(exchange, 429, "Too many tries", "");
        } else if (account == null || !account.password().equals(call.body().get("password"))) {
            problem(exchange, 401, "Wrong user or password", "");
        } else {
            json(
                    exchange,
                    200,
                    Map.of(
                            "token",
                            openSession(user),
                            "device",
                            "device-of-" + user,
                            "mustChangePassword",
                            account.mustChange()));
        }
    }

    private void confirmPassword(HttpExchange exchange, Call call, String user) throws IOException {
        if (user == null) {
            problem(exchange, 401, "Sign in first", "");
        } else if (!accounts.get(user).password().equals(call.body().get("password"))) {
            refused(exchange, 400, "password", "The password is wrong");
        } else {
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private static void refused(HttpExchange exchange, int status, String field, String why) throws IOException {
        var errors = List.of(Map.of("field", field, "rule", "wrong", "message", why));
        send(exchange, status, "application/problem+json", Map.of("title", "Refused", "detail", why, "errors", errors));
    }

    private void changePassword(HttpExchange exchange, Call call, String user) throws IOException {
        var fresh = String.valueOf(call.body().get("new"));
        if (user == null) {
            problem(exchange, 401, "Sign in first", "");
        } else if (!accounts.get(user).password().equals(call.body().get("current"))) {
            refused(exchange, 400, "current", "The current password is wrong");
        } else if (fresh.length() < 10) {
            problem(exchange, 422, "Refused", "A password has at least 10 characters.");
        } else {
            add(user, fresh, false);
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private static void status(HttpExchange exchange, String status) throws IOException {
        json(exchange, "UP".equals(status) ? 200 : 503, Map.of("status", status));
    }

    private void health(HttpExchange exchange, boolean mayRead) throws IOException {
        var up = "UP".equals(storeStatus);
        if (!mayRead) {
            status(exchange, storeStatus);
            return;
        }
        json(
                exchange,
                up ? 200 : 503,
                Map.of(
                        "status",
                        storeStatus,
                        "components",
                        Map.of(
                                "mongo",
                                Map.of("status", storeStatus, "details", Map.of("address", "127.0.0.1:27017")),
                                "zeebe",
                                Map.of(
                                        "status",
                                        "UP",
                                        "details",
                                        Map.of("gatewayVersion", "8.5.8", "partitions", 2)))));
    }

    private static void problem(HttpExchange exchange, int status, String title, String detail) throws IOException {
        var errors = detail.isEmpty() ? List.of() : List.of(Map.of("field", "new", "rule", "size", "message", detail));
        send(exchange, status, "application/problem+json", Map.of("title", title, "detail", detail, "errors", errors));
    }

    private static void json(HttpExchange exchange, int status, Object body) throws IOException {
        send(exchange, status, "application/json", body);
    }

    private static void send(HttpExchange exchange, int status, String type, Object body) throws IOException {
        send(exchange, status, type, JSON.writeValueAsBytes(body));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        if (status == 204) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
