package io.usher.engine.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.Sample;
import io.usher.engine.testing.TestTime;
import io.usher.engine.testing.TestWorkspaces;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Each sample does what its {@code expected.json} says, loaded and driven through the public API only. */
@EngineIT
class SampleIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Set<String> UNDER_WAY = Set.of("waiting", "handing-over");

    @Autowired
    private TestWorkspaces workspaces;

    @ParameterizedTest
    @MethodSource("samples")
    void shouldShowWhatTheSampleExpects(Sample sample) {
        var api = workspaces.create().api();
        var workflow = sample.load(api);

        sample.json("steps.json").forEach(step -> take(step, sample, api, workflow));

        var expected = sample.json("expected.json");
        assertMessages(api, expected.path("messages"));
        assertJourneys(api, workflow, expected.path("journeys"));
        assertMembers(api, expected.path("members"));
        assertDecisions(api, expected.path("decisions"));
    }

    static List<Sample> samples() {
        return Sample.all();
    }

    private static void take(JsonNode step, Sample sample, Api api, String workflow) {
        if (step.has("post")) {
            var answer = api.send(
                    "POST",
                    step.path("post").asString(),
                    sample.json(step.path("file").asString()));
            assertThat(answer.status()).as(answer.text()).isIn(200, 202);
        } else if (step.has("until")) {
            await().atMost(LIMIT).until(() -> seen(step.path("until"), api, workflow));
        } else {
            awaitWaiting(api, workflow);
            TestTime.pass(api, Duration.parse(step.path("pass").asString()), () -> running(api, workflow) == 0);
        }
    }

    /** Every journey that still runs is seen waiting, so that the jump that follows does not race its timer. */
    private static void awaitWaiting(Api api, String workflow) {
        await().atMost(LIMIT)
                .until(() -> StreamSupport.stream(
                                api.items("/journeys?state=running&workflow=" + workflow)
                                        .spliterator(),
                                false)
                        .allMatch(
                                journey -> journey.path("stands").path("until").isString()));
    }

    private static boolean seen(JsonNode until, Api api, String workflow) {
        return until.properties().stream().allMatch(what -> {
            int count = switch (what.getKey()) {
                case "messages" -> api.items("/messages?workflow=" + workflow).size();
                case "journeys" -> api.items("/journeys?workflow=" + workflow).size();
                case "stopped" ->
                    api.items("/journeys?state=stopped&workflow=" + workflow).size();
                default -> throw new IllegalArgumentException(what.getKey());
            };
            return count >= what.getValue().asInt();
        });
    }

    private static int running(Api api, String workflow) {
        return api.items("/journeys?state=running&workflow=" + workflow).size();
    }

    private static void assertMessages(Api api, JsonNode expected) {
        await().atMost(LIMIT).untilAsserted(() -> {
            var messages = api.items("/messages?limit=200");
            assertThat(messages).hasSize(expected.size());
            assertThat(messages)
                    .noneMatch(
                            message -> UNDER_WAY.contains(message.path("state").asString()));
        });
        var left = new java.util.ArrayList<JsonNode>();
        api.items("/messages?limit=200")
                .forEach(row -> left.add(api.get("/messages/" + row.path("id").asString())));
        for (JsonNode wanted : expected) {
            var found =
                    left.stream().filter(message -> isMessage(message, wanted)).findFirst();
            assertThat(found).as("%s among %s", wanted, left).isPresent();
            left.remove(found.get());
        }
    }

    private static boolean isMessage(JsonNode message, JsonNode wanted) {
        return message.path("to").asString().equals(wanted.path("to").asString())
                && message.path("state").asString().equals(wanted.path("state").asString())
                && (!wanted.has("subject") || message.path("subject").equals(wanted.path("subject")))
                && message.path("html")
                        .asString()
                        .contains(wanted.path("contains").asString(""))
                && (!wanted.has("reason") || message.path("reason").path("code").equals(wanted.path("reason")));
    }

    private static void assertJourneys(Api api, String workflow, JsonNode expected) {
        for (JsonNode wanted : expected) {
            var contact = contact(api, wanted.path("email").asString());
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(api.items("/journeys?workflow=" + workflow + "&contact=" + contact))
                            .hasSize(1)
                            .allMatch(journey -> journey.path("state").equals(wanted.path("state"))));
        }
        assertThat(api.items("/journeys?workflow=" + workflow)).hasSize(expected.size());
    }

    private static void assertMembers(Api api, JsonNode expected) {
        expected.properties().forEach(segment -> {
            var members = StreamSupport.stream(
                            api.items("/segments/" + segment.getKey() + "/members")
                                    .spliterator(),
                            false)
                    .map(member -> member.path("contactId").asString())
                    .toList();
            var wanted = StreamSupport.stream(segment.getValue().spliterator(), false)
                    .map(email -> contact(api, email.asString()))
                    .toList();
            assertThat(members).containsExactlyInAnyOrderElementsOf(wanted);
        });
    }

    /** In the order of acceptance; the history shows the newest first. Events without decisions are left out. */
    private static void assertDecisions(Api api, JsonNode expected) {
        var rows = api.items("/events?limit=200");
        var decisions = new java.util.ArrayList<String>();
        for (int i = rows.size() - 1; i >= 0; i--) {
            var event = api.get("/events/" + rows.get(i).path("id").asString());
            for (JsonNode decision : event.path("decisions")) {
                decisions.add(event.path("eventTypeKey").asString() + " "
                        + decision.path("link").asString() + " "
                        + decision.path("outcome").asString() + " "
                        + decision.path("reason").path("code").asString());
            }
        }
        var wanted = StreamSupport.stream(expected.spliterator(), false)
                .map(each -> each.path("eventType").asString() + " "
                        + each.path("link").asString() + " "
                        + each.path("outcome").asString() + " "
                        + each.path("reason").asString(each.path("outcome").asString()))
                .toList();
        assertThat(decisions).containsExactlyElementsOf(wanted);
    }

    private static String contact(Api api, String email) {
        return api.items("/contacts?email=" + email).get(0).path("id").asString();
    }
}
