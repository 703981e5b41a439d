package io.usher.engine.message.web;

import static io.usher.engine.testing.LiveWorkflow.EACH_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.Line;
import io.usher.engine.testing.LiveWorkflow;
import io.usher.engine.testing.TestMail;
import io.usher.engine.testing.TestWorkspace;
import io.usher.engine.testing.TestWorkspaces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Messages as people see them: lists, one message whole, and what sending one by hand answers. */
@EngineIT
class MessagesIT {

    @Autowired
    private TestWorkspaces workspaces;

    private TestWorkspace workspace;

    @BeforeEach
    void workspace() {
        workspace = workspaces.create();
    }

    @Test
    void shouldListByContactWorkflowAndState() {
        // given
        var one = workflow(Line.start().send("Hello", "Hello").exit());
        one.begin(address("eva"));
        one.awaitMessages("handed-over");
        var other = workflow(Line.start().marketing("News", "News").exit());
        other.begin(address("liv"));
        other.awaitMessages("dropped");
        one.awaitMessages("handed-over", "handed-over");

        // then
        var eva = contact(address("eva"));
        assertThat(subjects("/messages?contact=" + eva)).containsExactly("Hello");
        assertThat(subjects("/messages?contact=" + eva + "&state=dropped")).isEmpty();
        assertThat(subjects("/messages?workflow=" + other.id())).containsExactly("News");
        assertThat(subjects("/messages?workflow=" + other.id() + "&state=handed-over"))
                .isEmpty();
        assertThat(subjects("/messages?workflow=" + one.id() + "&contact=" + contact(address("liv"))))
                .containsExactly("Hello");
    }

    @Test
    void shouldPageNewestFirstWithoutContent() {
        // given
        var workflow = workflow(Line.start().send("Hello", "No {{ event.n }}").exit());
        for (int n = 0; n < 5; n++) {
            workflow.decision(workflow.begin(address("eva"), Map.of("n", n)));
        }
        workflow.awaitMessages("handed-over", "handed-over", "handed-over", "handed-over", "handed-over");

        // when
        var ids = new ArrayList<String>();
        var pages = new ArrayList<Integer>();
        var rows = new ArrayList<JsonNode>();
        var page = workspace.reading().get("/messages?limit=2");
        while (true) {
            pages.add(page.path("items").size());
            page.path("items").forEach(rows::add);
            if (page.path("next").isNull()) {
                break;
            }
            page = workspace
                    .reading()
                    .get("/messages?limit=2&cursor=" + page.path("next").asString());
        }
        rows.forEach(row -> ids.add(row.path("id").asString()));

        // then
        assertThat(pages).containsExactly(2, 2, 1);
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(rows)
                .extracting(row -> Instant.parse(row.path("createdAt").asString()))
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(rows).noneMatch(row -> row.path("html").isString());
    }

    @Test
    void shouldShowOneMessageWhole() {
        // given
        var workflow = workflow(Line.start()
                .mail("Hello", "transactional", "Hello {{ event.name }}", "<p>Dear <b>{{ event.name }}</b></p>")
                .exit());
        workflow.begin(address("eva"), Map.of("name", "Eva & Co"));
        var row = workflow.awaitMessages("handed-over").get(0);

        // when
        var message = workspace.reading().get("/messages/" + row.path("id").asString());

        // then
        assertThat(message.path("subject").asString()).isEqualTo("Hello Eva & Co");
        var found = "/messages?contactStartsWith=EVA@" + workspace.id();
        assertThat(workspace.reading().items(found)).hasSize(1);
        assertThat(workspace.reading().items(found + "&state=held")).isEmpty();
        assertThat(message.path("html").asString()).isEqualTo("<p>Dear <b>Eva &amp; Co</b></p>");
        assertThat(message.path("text").asString()).isEqualTo("Dear Eva & Co");
        assertThat(message.path("block").asString()).isEqualTo("Hello");
        assertThat(message.path("reason").path("text").asString()).isNotBlank();
        assertThat(message.path("history"))
                .extracting(change -> change.path("state").asString())
                .containsExactly("waiting", "handing-over", "handed-over");
        assertThat(message.path("history"))
                .allMatch(
                        change -> !change.path("reason").path("text").asString().isBlank());
        assertThat(TestMail.subjectsTo(address("eva"))).containsExactly("Hello Eva & Co");
    }

    @Test
    void shouldRefuseToSendWhatHasGoneOut() {
        // given
        var workflow = workflow(Line.start().send("Hello", "Once").exit());
        workflow.begin(address("eva"));
        var id = workflow.awaitMessages("handed-over").get(0).path("id").asString();

        // when
        var answer =
                workspace.api().send("POST", "/messages/" + id + "/send", null).expect(409);

        // then
        assertThat(answer.body().path("detail").asString()).contains("handed-over");
        assertThat(TestMail.subjectsTo(address("eva"))).containsExactly("Once");
    }

    @Test
    void shouldNotKnowMessagesOfOthersNorOnesThatNeverWere() {
        // given
        var workflow = workflow(Line.start().send("Hello", "Mine").exit());
        workflow.begin(address("eva"));
        var mine = workflow.awaitMessages("handed-over").get(0).path("id").asString();
        var stranger = workspaces.create();

        // then
        for (var path : new String[] {"/messages/nothing", "/messages/" + mine}) {
            stranger.reading().send("GET", path, null).expect(404);
            stranger.api().send("POST", path + "/send", null).expect(404);
        }
        assertThat(stranger.reading().items("/messages")).isEmpty();
        workspace.reading().send("GET", "/messages?state=lost", null).expect(400);
        workspace.reading().send("GET", "/messages?cursor=nonsense", null).expect(400);
    }

    @Test
    void shouldReadWithReadAndSendByHandOnlyWithManage() {
        workspace.sending().send("GET", "/messages", null).expect(403);
        workspace.sending().send("GET", "/messages/any", null).expect(403);
        workspace.sending().send("POST", "/messages/any/send", null).expect(403);
        workspace.reading().send("GET", "/messages", null).expect(200);
        workspace.reading().send("POST", "/messages/any/send", null).expect(403);
        workspaces.anonymous().send("GET", "/messages", null).expect(401);
    }

    @Test
    void shouldDropMarketingUntilTheContactConsents() {
        // given
        var workflow = workflow(Line.start().marketing("News", "News").exit());
        workflow.begin(address("eva"));
        var dropped = workflow.awaitMessages("dropped").get(0);
        assertThat(dropped.path("reason").path("code").asString()).isEqualTo("no-consent");
        assertThat(TestMail.to(address("eva"))).isEmpty();

        // when
        workspace.api().put("/contacts/" + contact(address("eva")) + "/consents/email", Map.of("state", "given"));
        workflow.begin(address("eva"));

        // then
        workflow.awaitMessages("handed-over", "dropped");
        assertThat(TestMail.subjectsTo(address("eva"))).containsExactly("News");
        workspace
                .api()
                .send("POST", "/messages/" + dropped.path("id").asString() + "/send", null)
                .expect(409);
    }

    @Test
    void shouldMakeLineBreaksOfDataASpaceInTheSubject() {
        // given
        var workflow = workflow(Line.start().send("Hello", "{{ event.title }}").exit());

        // when
        workflow.begin(address("eva"), Map.of("title", "Carmen\nextra show\r\nBcc: liv@usher.example.com"));

        // then
        workflow.awaitMessages("handed-over");
        assertThat(TestMail.subjectsTo(address("eva"))).containsExactly("Carmen extra show Bcc: liv@usher.example.com");
    }

    @Test
    void shouldHoldAnEmptySubjectUntilAPersonSendsItAllTheSame() {
        // given
        var workflow = workflow(Line.start().send("Hello", "{{ event.title }}").exit());
        workflow.begin(address("eva"), Map.of("title", " "));

        // then
        var held = workflow.awaitMessages("held").get(0);
        assertThat(held.path("reason").path("code").asString()).isEqualTo("empty-subject");
        assertThat(held.path("reason").path("text").asString()).startsWith("The subject is empty");
        assertThat(TestMail.to(address("eva"))).isEmpty();

        // when
        workspace.api().post("/messages/" + held.path("id").asString() + "/send", null);

        // then
        workflow.awaitMessages("handed-over");
        assertThat(TestMail.to(address("eva"))).hasSize(1);
    }

    @Test
    void shouldWriteTimesInTheContactsZoneAndLanguage() {
        // given
        var workflow = workflow(Line.start()
                .send("Hello", "{{ event.at | date: \"%A %-d %B %H:%M\" }}, {{ event.price | money: \"SEK\" }}")
                .exit());

        // when
        workflow.begin(
                address("eva"),
                Map.of(
                        "at",
                        "2026-07-01T17:00:00Z",
                        "price",
                        1234.5,
                        "Language",
                        "sv",
                        "TimeZone",
                        "Europe/Stockholm"));

        // then
        var subject =
                workflow.awaitMessages("handed-over").get(0).path("subject").asString();
        assertThat(subject.replace('\u00a0', ' ')).isEqualTo("onsdag 1 juli 19:00, 1 234,50 kr");
    }

    @Test
    void shouldRefuseALineBreakInTheSubjectItselfAtActivation() {
        // given
        var id = workspace.api().workflow("Two lines");
        var bpmn = Line.start().send("Hello", "Hello\n{{ event.title }}").exit();

        // when
        workspace.api().draft(id, bpmn);
        var problems = workspace.api().post("/workflows/" + id + "/validate", null);

        // then
        assertThat(problems.toString()).contains("It must be one line, but there is a line break");
    }

    private LiveWorkflow workflow(String bpmn) {
        return LiveWorkflow.activated(workspace.api(), bpmn, EACH_TIME, null);
    }

    /** An address that no other test uses. */
    private String address(String name) {
        return name + "@" + workspace.id() + ".example.com";
    }

    private String contact(String email) {
        return workspace
                .reading()
                .items("/contacts?email=" + email)
                .get(0)
                .path("id")
                .asString();
    }

    private Iterable<String> subjects(String path) {
        var subjects = new ArrayList<String>();
        workspace
                .reading()
                .items(path)
                .forEach(row -> subjects.add(row.path("subject").asString()));
        return subjects;
    }
}
