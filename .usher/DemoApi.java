import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The engine's public API as {@link Demo} calls it; waits while the engine's servers are starting. */
class DemoApi {

    /** Seconds that an engine may answer 503 to one call, as it does while the broker starts. */
    private static final int LONGEST_WAIT = 90;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI api;
    private final String key;

    DemoApi(URI engine, String key) {
        this.api = engine.resolve("/api/v1/");
        this.key = key;
    }

    /** The engine said no; the message says to what, and its reason. */
    static class Refused extends RuntimeException {
        Refused(String message) {
            super(message);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(api.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + key);
    }

    HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    String post(String path, Object body) throws Exception {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json(body))));
    }

    void put(String path, Object body) throws Exception {
        send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json(body))));
    }

    /** Activates whatever is drawn. */
    void activate(String workflow) throws Exception {
        send(request("workflows/" + workflow + "/activate")
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .POST(BodyPublishers.ofString("{}")));
    }

    /** Replaces whatever triggers are there. */
    void putTriggers(String workflow, Object triggers) throws Exception {
        send(request("workflows/" + workflow + "/triggers")
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .PUT(BodyPublishers.ofString(json(triggers))));
    }

    void putXml(String path, byte[] xml) throws Exception {
        send(request(path)
                .header("Content-Type", "application/xml")
                .header("If-Match", "*")
                .PUT(BodyPublishers.ofByteArray(xml)));
    }

    private String send(HttpRequest.Builder builder) throws Exception {
        var request = builder.build();
        var answer = http.send(request, BodyHandlers.ofString());
        for (int waited = 0; answer.statusCode() == 503 && waited < LONGEST_WAIT; waited += 2) {
            if (waited == 0) {
                Demo.say("waiting", "the engine or its servers are still starting");
            }
            Thread.sleep(2000);
            answer = http.send(request, BodyHandlers.ofString());
        }
        if (answer.statusCode() == 401) {
            throw new Refused("the manage key of data/first-sign-in does not hold; give one in USHER_MANAGE_KEY.");
        }
        if (answer.statusCode() >= 300) {
            var body = answer.body();
            throw new Refused(request.method() + " " + request.uri().getPath() + " was answered " + answer.statusCode() + ": "
                    + body.substring(0, Math.min(400, body.length())));
        }
        return answer.body();
    }

    /** The first text of this name in an answer. */
    static String first(String json, String field) {
        var found = Pattern.compile("\"" + field + "\":\"([^\"]+)\"").matcher(json);
        if (!found.find()) {
            throw new Refused("no " + field + " in the answer: " + json);
        }
        return found.group(1);
    }

    private static String json(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> json(entry.getKey()) + ":" + json(entry.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case List<?> list -> list.stream().map(DemoApi::json).collect(Collectors.joining(",", "[", "]"));
            case String text -> "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            default -> String.valueOf(value);
        };
    }
}
