package io.usher.engine.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An active workflow, started by events {@code begin} and, when it has a stop link, stopped by {@code end}. */
public record LiveWorkflow(Api api, String id) {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    public static final Map<String, Object> EACH_TIME = Map.of("mode", "each");

    /** Makes and activates it; {@code stop} is what a stop link says besides its event type, null: no stop link. */
    public static LiveWorkflow activated(Api api, String bpmn, Map<String, ?> reentry, @Nullable Map<String, ?> stop) {
        makeTypes(api);
        var id = api.workflow("Live");
        api.draft(id, bpmn);
        var stops = new ArrayList<Map<String, Object>>();
        if (stop != null) {
            var link = new HashMap<String, Object>(stop);
            link.put("eventType", "end");
            stops.add(link);
        }
        api.triggers(id, Map.of("start", List.of(Map.of("eventType", "begin", "reentry", reentry)), "stop", stops));
        api.activate(id);
        return new LiveWorkflow(api, id);
    }

    private static void makeTypes(Api api) {
        if (api.send("GET", "/event-types/begin", null).status() == 404) {
            api.eventType("begin");
            api.eventType("end");
        }
    }

    /** Sends a start event of this contact; its id. */
    public String begin(String email) {
        return begin(email, Map.of());
    }

    public String begin(String email, Map<String, ?> params) {
        return api.event(body("begin", email, params));
    }

    public String end(String email, Map<String, ?> params) {
        return api.event(body("end", email, params));
    }

    public static Map<String, Object> body(String type, String email, Map<String, ?> params) {
        var all = new HashMap<String, Object>(params);
        all.put("email", email);
        return Map.of("eventTypeKey", type, "params", all);
    }

    /** What became of this event here: waits for it. */
    public JsonNode decision(String event) {
        return await().atMost(LIMIT)
                .until(
                        () -> StreamSupport.stream(
                                        api.get("/events/" + event)
                                                .path("decisions")
                                                .spliterator(),
                                        false)
                                .filter(each ->
                                        each.path("workflowId").asString().equals(id))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    /** {@link #decision} as "outcome code". */
    public String decided(String event) {
        var decision = decision(event);
        return decision.path("outcome").asString() + " "
                + decision.path("reason").path("code").asString();
    }

    /** Sends a start event and gives the id of the journey that it starts. */
    public String journeyOf(String email) {
        return journeyOf(email, Map.of());
    }

    public String journeyOf(String email, Map<String, ?> params) {
        return decision(begin(email, params)).path("journeyIds").get(0).asString();
    }

    public JsonNode journeys(String state) {
        return api.items("/journeys?limit=200&workflow=" + id + "&state=" + state);
    }

    public JsonNode messages() {
        return api.items("/messages?limit=200&workflow=" + id);
    }

    /** Waits until a journey is in this state; the journey with its trail. */
    public JsonNode awaitState(String journey, String state) {
        return await().atMost(LIMIT)
                .until(
                        () -> api.get("/journeys/" + journey),
                        found -> found.path("state").asString().equals(state));
    }

    /** Waits until a journey stands at this block; one at a wait has its timer decided. */
    public JsonNode awaitAt(String journey, String block) {
        return await().atMost(LIMIT)
                .until(
                        () -> api.get("/journeys/" + journey),
                        found -> found.path("stands").path("block").asString().equals(block));
    }

    /** Waits until the messages of this workflow are in these states, newest first. */
    public JsonNode awaitMessages(String... states) {
        return await().atMost(LIMIT)
                .until(
                        this::messages,
                        found -> StreamSupport.stream(found.spliterator(), false)
                                .map(message -> message.path("state").asString())
                                .toList()
                                .equals(List.of(states)));
    }

    public void pause(String inside) {
        api.post("/workflows/" + id + "/pause", Map.of("inside", inside));
    }

    public void resume() {
        api.post("/workflows/" + id + "/resume", null);
    }
}
