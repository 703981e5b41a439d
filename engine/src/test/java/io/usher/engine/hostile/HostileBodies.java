package io.usher.engine.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Bodies of calls: what is no JSON, and an honest body with each of its values in turn replaced by each bad one. */
final class HostileBodies {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> PLAIN = List.of(
            "",
            "null",
            "[]",
            "{}",
            "1",
            "true",
            "\"x\"",
            "{",
            "[",
            "{\"a\":",
            "{\"\":1}",
            "[{},{},null,1]",
            "\u0000",
            "{\"a\":1}{",
            "{\"a\":".repeat(900) + "1" + "}".repeat(900),
            "[".repeat(5_000),
            "{\"__proto__\":{\"a\":1},\"$where\":\"1\"}");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "123456789012345678901234567890",
            "0.1e-300",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\u202e\\ufeff\"",
            "\"a/b;c%d..\"",
            "\"+1000000000-01-01T00:00:00Z\"",
            "\"" + "x".repeat(20_000) + "\"",
            "[]",
            "{}",
            "[null,[[[[[[[[[[[[1]]]]]]]]]]]]]",
            "{\"a.b\":1,\"$c\":2,\"\":3}",
            "{\"a\":".repeat(30) + "1" + "}".repeat(30));
    private static final String EVENT =
            "{'eventTypeKey':'hostile','keyValue':'k','id':'h1','occurredAt':'2026-01-01T00:00:00Z','history':false,"
                    + "'params':[{'name':'EmailAddress','value':'h@example.org'},{'name':'MarketingEmail','value':true}]}";
    private static final Map<String, String> HONEST = Map.ofEntries(
            Map.entry("/api/v1/event", EVENT),
            Map.entry("/api/v1/event/batch", "[" + EVENT + "]"),
            Map.entry(
                    "/api/v1/orders",
                    "{'orders':[{'externalOrderId':'h1','status':'INITIALIZED','date':'2026-01-01T00:00:00Z','totalCost':1,"
                            + "'email':'h@example.org','phone':'+46701234567','currency':'SEK','history':false,"
                            + "'items':[{'name':'a','price':1}]}]}"),
            Map.entry(
                    "/api/v1/contacts",
                    "{'externalCustomerId':'h','email':'h@example.org','phone':'+46701234567','pushToken':'t','firstName':'a',"
                            + "'lastName':'b','language':'sv','timeZone':'Europe/Stockholm','fields':{'city':'Lund'}}"),
            Map.entry("/api/v1/contacts/{id}/consents/{channel}", "{'state':'given','source':'test'}"),
            Map.entry(
                    "/api/v1/event-types",
                    "{'key':'h','name':'H','category':'other','keyParam':'a','params':[{'name':'a','type':'text',"
                            + "'required':true}]}"),
            Map.entry(
                    "/api/v1/event-types/{key}",
                    "{'key':'h','name':'H','category':'other','keyParam':'a','params':[{'name':'a','type':'text',"
                            + "'required':true}]}"),
            Map.entry("/api/v1/segments", "{'key':'h','name':'H'}"),
            Map.entry("/api/v1/segments/{key}/members", "{'contactId':'h'}"),
            Map.entry("/api/v1/workflows", "{'name':'H','tags':['a']}"),
            Map.entry("/api/v1/workflows/{id}", "{'name':'H','tags':['a']}"),
            Map.entry("/api/v1/workflows/{id}/duplicate", "{'name':'H'}"),
            Map.entry("/api/v1/workflows/{id}/pause", "{'inside':'hold'}"),
            Map.entry(
                    "/api/v1/workflows/{id}/triggers",
                    "{'start':[{'eventType':'h','filter':{'all':[{'fact':'event.a','op':'equal','value':1}]},"
                            + "'reentry':{'mode':'once-in','every':1,'unit':'days','per':'key','whileRunning':'skip'}}],"
                            + "'stop':[{'eventType':'h','match':[{'start':'a','stop':'b'}]}]}"),
            Map.entry("/api/v1/samples/{key}/use", "{'name':'H'}"),
            Map.entry("/api/v1/messages/{id}/send", "{'again':true}"),
            Map.entry("/api/v1/sessions", "{'user':'h','password':'h'}"),
            Map.entry("/api/v1/me/password", "{'current':'h','password':'h'}"),
            Map.entry("/api/v1/api-keys", "{'name':'h','scopes':['send']}"));

    private HostileBodies() {}

    /** For a path of the API's description. */
    static List<String> of(String path) {
        var bodies = new ArrayList<>(PLAIN);
        var honest = HONEST.get(path);
        if (honest != null) {
            var body = JSON.readTree(honest.replace('\'', '"'));
            bodies.add(body.toString());
            spoil(body, body, bodies);
        }
        return bodies;
    }

    private static void spoil(JsonNode root, JsonNode node, List<String> bodies) {
        switch (node) {
            case ObjectNode object ->
                object.propertyNames().stream().toList().forEach(name -> {
                    var kept = object.get(name);
                    for (String value : VALUES) {
                        object.putRawValue(name, new RawValue(value));
                        bodies.add(JSON.writeValueAsString(root));
                    }
                    object.remove(name);
                    bodies.add(JSON.writeValueAsString(root));
                    object.set(name, kept);
                    spoil(root, kept, bodies);
                });
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    spoil(root, array.get(i), bodies);
                }
            }
            default -> {}
        }
    }
}
