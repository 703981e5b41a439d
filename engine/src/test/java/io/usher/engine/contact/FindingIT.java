package io.usher.engine.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspace;
import io.usher.engine.testing.TestWorkspaces;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What people find by typing the beginning of a key, an address or a name. */
@EngineIT
class FindingIT {

    @Autowired
    private TestWorkspaces workspaces;

    private TestWorkspace workspace;
    private Api api;

    @BeforeEach
    void makeWorkspace() {
        workspace = workspaces.create();
        api = workspace.api();
    }

    private void somePeople() {
        api.post("/contacts", Map.of("email", "Anna.Berg@example.com", "firstName", "Anna", "lastName", "Berg"));
        api.post("/contacts", Map.of("email", "annika@example.com", "firstName", "Annika", "lastName", "Svensson"));
        api.post("/contacts", Map.of("phone", "+46701234567", "firstName", "ÅSA", "lastName", "von Essen"));
        api.post("/contacts", Map.of("externalCustomerId", "Cust-17", "email", "bo@example.com"));
        var elsewhere = workspaces.create().api();
        elsewhere.post("/contacts", Map.of("email", "anna.other@example.com", "firstName", "Anna"));
    }

    @Test
    void shouldFindContactsByTheBeginningOfWhatNamesThemInEitherCase() {
        somePeople();

        assertThat(found("ann")).containsExactlyInAnyOrder("anna.berg@example.com", "annika@example.com");
        assertThat(found("ANNA.B")).containsExactly("anna.berg@example.com");
        assertThat(found(" Anna.Berg@Example.com ")).containsExactly("anna.berg@example.com");
        assertThat(found("cUST-1")).containsExactly("bo@example.com");
        assertThat(found("sVENS")).containsExactly("annika@example.com");
        assertThat(found("anna be")).containsExactly("anna.berg@example.com");
        assertThat(found("åsa VON es")).containsExactly("+46701234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+46701", "0701", "070-12", "0046 701", "46701", "+46 701", "0701234567"})
    void shouldFindPhoneNumbersAsTheyAreWritten(String typed) {
        somePeople();

        assertThat(found(typed)).containsExactly("+46701234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody@", "@", "+", "x:y;", "é", "anna.berg@example.com.", "\u200B", "(", "anna  "})
    void shouldAnswerAnythingTypedWithAPage(String typed) {
        somePeople();

        for (String path : List.of(
                "/contacts?startsWith=",
                "/events?contactStartsWith=",
                "/events?keyStartsWith=",
                "/journeys?contactStartsWith=",
                "/messages?contactStartsWith=",
                "/contacts?email=",
                "/contacts?phone=",
                "/contacts?externalCustomerId=")) {
            assertThat(api.send("GET", path + encoded(typed), null).status())
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @Test
    void shouldRefuseATextThatNothingCanBeginWithBecauseOfItsLength() {
        var tooLong = "a".repeat(401);

        for (String path : List.of(
                "/contacts?startsWith=",
                "/events?contactStartsWith=",
                "/events?keyStartsWith=",
                "/journeys?contactStartsWith=",
                "/messages?contactStartsWith=")) {
            var refused = api.send("GET", path + tooLong, null);
            assertThat(refused.status()).as(path).isEqualTo(400);
            assertThat(refused.body().at("/errors/0/field").asString())
                    .isEqualTo(path.substring(path.indexOf('?') + 1, path.length() - 1));
        }
    }

    @Test
    void shouldFindEventsByTheBeginningOfTheirKeyInEitherCase() {
        // given
        api.eventType("bought");
        for (String key : List.of("ORD-1001", "ord-1002", "Ord-2001", "ORD-1001", "other")) {
            event(key, "anna@example.com");
        }

        // then
        assertThat(keys("/events?keyStartsWith=ord-10")).containsExactly("ORD-1001", "ord-1002", "ORD-1001");
        assertThat(keys("/events?keyStartsWith=ORD-")).containsExactly("ORD-1001", "Ord-2001", "ord-1002", "ORD-1001");
        assertThat(keys("/events?keyStartsWith=ord-10&key=ORD-1001")).containsExactly("ORD-1001", "ORD-1001");
        assertThat(keys("/events?keyStartsWith=ord-10&key=other")).isEmpty();
        assertThat(keys("/events?keyStartsWith=rd")).isEmpty();
        assertThat(keys("/events?key=ord-1001")).isEmpty();
        assertThat(keys("/events?keyStartsWith=ord-10&type=nothing")).isEmpty();
    }

    @Test
    void shouldFindEventsOfTheContactsWhoseAddressBeginsSo() {
        // given
        somePeople();
        api.eventType("bought");
        event("1", "anna.berg@example.com");
        event("2", "annika@example.com");
        event("3", "bo@example.com");

        // then
        assertThat(keys("/events?contactStartsWith=ANN")).containsExactly("2", "1");
        assertThat(keys("/events?contactStartsWith=cust")).containsExactly("3");
        assertThat(keys("/events?contactStartsWith=ann&keyStartsWith=1")).containsExactly("1");
        var anna = api.items("/contacts?startsWith=anna.berg").get(0).path("id").asString();
        assertThat(keys("/events?contactStartsWith=" + anna)).containsExactly("1");
        assertThat(keys("/events?contactStartsWith=ann&contact=" + anna)).containsExactly("1");
        assertThat(keys("/events?contactStartsWith=bo&contact=" + anna)).isEmpty();
        assertThat(api.items("/journeys?contactStartsWith=ann")).isEmpty();
        assertThat(api.items("/messages?contactStartsWith=ann")).isEmpty();
    }

    @Test
    void shouldSayWhenMoreBeginSoThanAreLookedAtAndStillPage() {
        // given: a key with many events between, which is one key
        api.eventType("bought");
        IntStream.range(0, 3)
                .forEach(batch -> api.post(
                        "/event/batch",
                        IntStream.range(0, 200)
                                .mapToObj(i -> Map.of(
                                        "eventTypeKey",
                                        "bought",
                                        "keyValue",
                                        batch == 1
                                                ? "ord-0050"
                                                : "%s-%04d".formatted(batch == 0 ? "ord" : "ORD", i / 2),
                                        "params",
                                        Map.of("email", "p" + i + "@example.com")))
                                .toList()));

        // when
        var many = api.get("/events?keyStartsWith=oRd&limit=100");
        var few = api.get("/events?keyStartsWith=oRd-0050&limit=100");
        var people = api.get("/events?contactStartsWith=p&limit=100");

        // then
        assertThat(many.path("tooMany").asBoolean()).isTrue();
        assertThat(many.path("items")).hasSize(100);
        assertThat(few.has("tooMany")).isFalse();
        assertThat(few.path("items")).hasSize(100);
        var rest = new HashSet<String>();
        for (var page = few; ; ) {
            page.path("items").forEach(row -> rest.add(row.path("id").asString()));
            if (page.path("next").isNull()) {
                break;
            }
            page = api.get("/events?keyStartsWith=oRd-0050&limit=100&cursor="
                    + page.path("next").asString());
        }
        assertThat(rest).hasSize(204);
        assertThat(people.path("tooMany").asBoolean()).isTrue();
        assertThat(api.get("/contacts?startsWith=P1").path("tooMany").asBoolean())
                .isTrue();
        assertThat(api.get("/contacts?startsWith=P12&limit=200").has("tooMany")).isFalse();
        assertThat(api.items("/contacts?startsWith=P12")).hasSize(11);
    }

    @Test
    void shouldSayThatNotEveryFirstNameWasLookedAt() {
        // given: so many first names before "li" in the order of letters that it is not reached
        api.eventType("bought");
        api.post(
                "/event/batch",
                IntStream.range(0, 120)
                        .mapToObj(i -> Map.of(
                                "eventTypeKey",
                                "bought",
                                "keyValue",
                                "k" + i,
                                "params",
                                Map.of("email", "li" + i + "@example.com", "FirstName", "Li%03d".formatted(i))))
                        .toList());
        api.post("/contacts", Map.of("email", "wu@example.com", "firstName", "li", "lastName", "Wu"));

        // then
        assertThat(api.get("/contacts?startsWith=li%20wu").path("tooMany").asBoolean())
                .isTrue();
        assertThat(api.get("/contacts?startsWith=li119%20wu").has("tooMany")).isFalse();
    }

    private void event(String key, String email) {
        api.event(Map.of("eventTypeKey", "bought", "keyValue", key, "params", Map.of("email", email)));
    }

    private List<String> found(String typed) {
        return api.items("/contacts?startsWith=" + encoded(typed))
                .valueStream()
                .map(FindingIT::address)
                .toList();
    }

    private static String address(JsonNode contact) {
        return contact.path("email").isNull()
                ? contact.path("phone").asString()
                : contact.path("email").asString();
    }

    private List<String> keys(String path) {
        return api.items(path)
                .valueStream()
                .map(row -> row.path("keyValue").asString())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
