package io.usher.designer.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.KeyPressEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase.CustomValueSetEvent;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog.DialogCloseActionEvent;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.usher.designer.DesignerTest;
import io.usher.designer.FakeEngine.Answer;
import io.usher.designer.account.SignedIn;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.eventtypes.EventType;
import io.usher.designer.eventtypes.EventTypeDialog;
import io.usher.designer.list.Choice;
import io.usher.designer.list.Notice;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;

@WithAnonymousUser
class TriggersDialogTest extends DesignerTest {

    private static final String READ = "GET /api/v1/workflows/w1/triggers";
    private static final String SAVE = "PUT /api/v1/workflows/w1/triggers";
    private static final String PATH = "/api/v1/workflows/w1/triggers";

    @Autowired
    private EngineCalls calls;

    @Autowired
    private TriggerClients engine;

    private final AtomicInteger saved = new AtomicInteger();
    private SignedIn anna;

    @BeforeEach
    void annaIsSignedIn() {
        anna = signIn("anna");
        ENGINE.answer(READ, call -> "{\"start\":[],\"stop\":[]}");
        ENGINE.answer(SAVE, call -> "{\"start\":[],\"stop\":[]}");
        ENGINE.answer("GET /api/v1/event-types", call -> """
                {"items":[{"key":"orderPaid","name":"Order paid","category":"order","lastSeenAt":"2026-11-24T10:00:00Z"},
                          {"key":"orderLost","name":"Order lost","category":"order","lastSeenAt":null}],"next":null}""");
        for (var key : List.of("orderPaid", "orderLost", "seatTaken")) {
            ENGINE.answer("GET /api/v1/event-types/" + key + "/facts", call -> """
                    {"facts":[{"fact":"event.orderId","label":"Order id","group":"event","type":"text"}],
                     "operators":[],"templates":[]}""");
        }
    }

    @Test
    void shouldStartTheWorkflowEachTime() {
        // given
        open("draft");
        assertThat(save().isEnabled()).isFalse();

        // when
        test(theSwitch("start")).click();
        choose(startForms().getFirst(), "Order paid (orderPaid)");
        test(save()).click();

        // then
        eventually(() -> assertThat(saved).hasValue(1));
        assertThat(sent())
                .isEqualTo(Map.of(
                        "start",
                        List.of(Map.of("eventType", "orderPaid", "reentry", Map.of("mode", "each"))),
                        "stop",
                        List.of()));
        assertThat(find(TriggersDialog.class).all()).isEmpty();
    }

    @Test
    void shouldSayInWordsHowOftenItStarts() {
        // given
        open("draft");
        test(theSwitch("start")).click();
        var form = startForms().getFirst();
        choose(form, "Order paid (orderPaid)");
        assertThat(words(form)).contains("Each \"Order paid\" starts the workflow for its contact.");

        // when
        select(form, "Once in every ...");
        test(find(IntegerField.class, form).single()).setValue(2);

        // then
        eventually(() -> assertThat(words(form))
                .contains("\"Order paid\" starts it at most once in every 2 hours per contact."));
        test(save()).click();
        eventually(() -> assertThat(saved).hasValue(1));
        assertThat(reentrySent()).isEqualTo(Map.of("mode", "once-in", "every", 2, "unit", "hours"));
    }

    @Test
    void shouldCountPerParamAndSkipWhileOneRuns() {
        // given
        open("draft");
        test(theSwitch("start")).click();
        var form = startForms().getFirst();
        choose(form, "Order paid (orderPaid)");
        select(form, "Once");

        // when
        pick(find(Params.class, form).single(), "orderId");
        running(form).setValue("skip");

        // then
        assertThat(words(form))
                .contains("once per contact and value of orderId, and never again.")
                .contains("While a journey is running, no other one starts.");
        test(save()).click();
        eventually(() -> assertThat(saved).hasValue(1));
        assertThat(reentrySent()).isEqualTo(Map.of("mode", "once", "per", "orderId", "whileRunning", "skip"));
    }

    @Test
    void shouldKeepEverythingThatCameFromTheEngine() {
        // given: a rule, a path and names that this designer does not know
        ENGINE.answer(READ, call -> """
                {"start":[{"eventType":"orderPaid","filter":{"any":[{"fact":"event.a","op":"odd","compare":"start.b"}]},
                           "reentry":{"mode":"once-in","every":3,"unit":"weeks","per":"seat.row","whileRunning":"restart",
                                      "later":true},"note":"x"}],
                 "stop":[{"eventType":"gone","match":[{"start":"a","stop":"b","how":"loosely"}]}],
                 "changedAt":"2026-11-24T10:00:00Z","changedBy":"ben"}""");
        open("draft");
        assertThat(save().isEnabled()).isFalse();

        // when
        test(find(Button.class).withId("add-stop").single()).click();
        choose(stopForms().getLast(), "Order lost (orderLost)");
        test(save()).click();

        // then
        eventually(() -> assertThat(saved).hasValue(1));
        assertThat(sent().get("start"))
                .isEqualTo(List.of(Map.of(
                        "eventType",
                        "orderPaid",
                        "filter",
                        Map.of("any", List.of(Map.of("fact", "event.a", "op", "odd", "compare", "start.b"))),
                        "reentry",
                        Map.of(
                                "mode",
                                "once-in",
                                "every",
                                3,
                                "unit",
                                "weeks",
                                "per",
                                "seat.row",
                                "whileRunning",
                                "restart",
                                "later",
                                true),
                        "note",
                        "x")));
        assertThat(sent().get("stop"))
                .isEqualTo(List.of(
                        Map.of(
                                "eventType",
                                "gone",
                                "match",
                                List.of(Map.of("start", "a", "stop", "b", "how", "loosely"))),
                        Map.of("eventType", "orderLost", "match", List.of())));
    }

    @Test
    void shouldStopOnlyJourneysWhereAValueIsTheSame() {
        // given
        open("draft");
        test(theSwitch("stop")).click();
        var form = stopForms().getFirst();
        choose(form, "Order lost (orderLost)");
        assertThat(words(form)).contains("stops all of the contact's journeys in this workflow.");

        // when
        whom(form).setValue("same");
        pick(find(Params.class, form).all().getFirst(), "orderId");

        // then: the same param is meant in the start event until the person says otherwise
        assertThat(words(form)).contains("stops those of the contact's journeys where orderId is the same.");
        test(save()).click();
        eventually(() -> assertThat(saved).hasValue(1));
        assertThat(sent().get("stop"))
                .isEqualTo(List.of(Map.of(
                        "eventType", "orderLost", "match", List.of(Map.of("start", "orderId", "stop", "orderId")))));
    }

    @Test
    void shouldOfferTheKeyFirstAndThenWhatBothEventsHave() {
        // given
        facts("orderPaid", "event.key", "event.at", "event.orderId", "event.total");
        facts("orderLost", "event.key", "event.reason", "event.total", "event.items.*.name", "event.orderId");
        open("draft");
        test(theSwitch("start")).click();
        choose(startForms().getFirst(), "Order paid (orderPaid)");
        test(theSwitch("stop")).click();
        var form = stopForms().getFirst();
        choose(form, "Order lost (orderLost)");

        // when
        whom(form).setValue("same");

        // then
        var fields = find(Params.class, form).all();
        eventually(() -> {
            assertThat(offered(fields.getFirst())).containsExactly("key", "total", "orderId", "reason");
            assertThat(offered(fields.getLast())).containsExactly("key", "orderId", "total", "at");
        });
        assertThat(fields.getFirst().getItemLabelGenerator().apply(first(fields.getFirst())))
                .isEqualTo("Event key");
    }

    @Test
    void shouldOfferWhatAllStartEventsHaveBeforeWhatOneHas() {
        // given
        facts("orderPaid", "event.mail", "event.total");
        facts("orderLost", "event.reason", "event.total");
        facts("seatTaken", "event.mail", "event.total");
        ENGINE.answer(READ, call -> """
                {"start":[{"eventType":"orderPaid","reentry":{"mode":"each"}},
                          {"eventType":"orderLost","reentry":{"mode":"each"}}],
                 "stop":[{"eventType":"seatTaken","match":[{"start":"total","stop":"total"}]}]}""");

        // when
        open("draft");

        // then
        var fields = find(Params.class, stopForms().getFirst()).all();
        eventually(() -> {
            assertThat(offered(fields.getFirst())).containsExactly("key", "total", "mail");
            assertThat(offered(fields.getLast())).containsExactly("key", "total", "mail", "reason");
        });
        assertThat(save().isEnabled()).isFalse();
    }

    @Test
    void shouldSayInWordsThatTheKeyIsTheSame() {
        // given
        ENGINE.answer(READ, call -> """
                {"start":[],"stop":[{"eventType":"orderLost","match":[{"start":"key","stop":"key"}]},
                                    {"eventType":"orderLost","match":[{"start":"key","stop":"orderId"}]}]}""");

        // when
        open("draft");

        // then
        eventually(() -> assertThat(words(stopForms().getFirst()))
                .contains("stops those of the contact's journeys where the event key is the same."));
        assertThat(words(stopForms().getLast())).contains("where orderId equals the key of the start event.");
    }

    @Test
    void shouldOfferEachParamOnceToCountBy() {
        // given
        facts("orderPaid", "event.key", "event.orderId", "event.orderId", "event.items.*.name");
        open("draft");
        test(theSwitch("start")).click();

        // when
        choose(startForms().getFirst(), "Order paid (orderPaid)");

        // then
        var per = find(Params.class, startForms().getFirst()).single();
        eventually(() -> assertThat(offered(per)).containsExactly("contact", "key", "orderId"));
    }

    @Test
    void shouldLeadToTheFieldOfAProblem() {
        // given
        ENGINE.answer(
                READ, call -> "{\"start\":[{\"eventType\":\"gone\",\"reentry\":{\"mode\":\"each\"}}],\"stop\":[]}");
        var dialog = dialog("draft");
        dialog.leadTo("start[0].eventType", "The event type gone does not exist");

        // when
        dialog.open();

        // then
        eventually(() -> assertThat(eventType(startForms().getFirst()).getErrorMessage())
                .isEqualTo("The event type gone does not exist"));
        assertThat(save().isEnabled()).isFalse();
    }

    @Test
    void shouldLeadToTheSwitchWhenNothingStartsTheWorkflow() {
        // given
        var dialog = dialog("draft");
        dialog.leadTo("start", "No event starts this workflow");

        // when
        dialog.open();

        // then
        eventually(() -> assertThat(theSwitch("start").getErrorMessage()).isEqualTo("No event starts this workflow"));
        test(theSwitch("start")).click();
        assertThat(theSwitch("start").isInvalid()).isFalse();
    }

    @Test
    void shouldMakeOneEventTypeOfWhatWasTyped() {
        // given
        ENGINE.answer(
                "POST /api/v1/event-types",
                call -> "{\"key\":\"seatTaken\",\"name\":\"Seat taken\",\"category\":\"other\"}");
        open("draft");
        test(theSwitch("start")).click();
        var field = eventType(startForms().getFirst());

        // when: the click on the button ends the typing, which asks for the same
        ComponentUtil.fireEvent(field, new CustomValueSetEvent<>(field, true, "Seat taken"));
        makeButton().click();

        // then
        var name = find(TextField.class).withId("type-name").single();
        assertThat(name.getValue()).isEqualTo("Seat taken");

        // when
        ComponentUtil.fireEvent(name, new KeyPressEvent(name, "Enter"));

        // then
        eventually(() -> assertThat(words(startForms().getFirst())).contains("Each \"Seat taken\" starts"));
    }

    @Test
    void shouldAskBeforeATypedEventTypeIsGivenUp() {
        // given
        open("draft");
        test(theSwitch("start")).click();
        test(makeButton()).click();
        var name = find(TextField.class).withId("type-name").single();
        test(name).setValue("Seat taken");
        var dialog = find(EventTypeDialog.class).single();
        assertThat(dialog.isCloseOnOutsideClick()).isFalse();

        // when
        ComponentUtil.fireEvent(dialog, new DialogCloseActionEvent(dialog, true));

        // then
        assertThat(name.getValue()).isEqualTo("Seat taken");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(find(EventTypeDialog.class).all()).isEmpty();
    }

    @Test
    void shouldMakeAnEventTypeInPlace() {
        // given
        ENGINE.answer(
                "POST /api/v1/event-types",
                call -> "{\"key\":\"seatTaken\",\"name\":\"Seat taken\",\"category\":\"other\"}");
        open("draft");
        test(theSwitch("start")).click();

        // when
        test(find(Button.class, startForms().getFirst())
                        .withText("New event type")
                        .single())
                .click();
        test(find(TextField.class).withId("type-name").single()).setValue("Seat taken");
        test(find(Button.class).withId("create-type").single()).click();

        // then
        eventually(() -> assertThat(words(startForms().getFirst())).contains("Each \"Seat taken\" starts"));
        test(save()).click();
        eventually(() -> assertThat(saved).hasValue(1));
        assertThat(sent().get("start")).asString().contains("seatTaken");
    }

    @Test
    void shouldAskBeforeAnActiveWorkflowChangesAtOnce() {
        // given
        open("active");
        int before = ENGINE.calls("PUT", PATH).size();
        assertThat(words(find(TriggersDialog.class).single())).contains("changes apply to new events at once");
        test(theSwitch("start")).click();
        choose(startForms().getFirst(), "Order paid (orderPaid)");

        // when
        test(save()).click();

        // then
        assertThat(ENGINE.calls("PUT", PATH)).hasSize(before);
        test(find(ConfirmDialog.class).single()).confirm();
        eventually(() -> assertThat(saved).hasValue(1));
    }

    @Test
    void shouldSaveOnlyOverTheTriggersThatWereRead() {
        // given
        ENGINE.reply(READ, call -> new Answer(200, "application/json", "{\"start\":[],\"stop\":[]}", "g1"));
        ENGINE.reply(SAVE, call -> Answer.stale("g2", "bert changed the triggers on 3 May 2026. Nothing was saved."));
        open("draft");
        test(theSwitch("start")).click();
        choose(startForms().getFirst(), "Order paid (orderPaid)");

        // when
        test(save()).click();

        // then
        eventually(() -> assertThat(find(Notice.class).all())
                .anySatisfy(notice -> assertThat(words(notice)).contains("bert changed the triggers")));
        assertThat(ENGINE.calls("PUT", PATH).getLast().ifMatch()).isEqualTo("\"g1\"");
        assertThat(saved).hasValue(0);

        // when
        ENGINE.reply(
                READ,
                call -> new Answer(
                        200,
                        "application/json",
                        "{\"start\":[{\"eventType\":\"orderLost\",\"reentry\":{\"mode\":\"each\"}}],\"stop\":[]}",
                        "g2"));
        ENGINE.answer(SAVE, call -> "{\"start\":[],\"stop\":[]}");
        test(find(Button.class).withText("Discard my changes").single()).click();

        // then
        eventually(() ->
                assertThat(startForms()).extracting(StartForm::eventTypeKey).containsExactly("orderLost"));
        assertThat(save().isEnabled()).isFalse();
        test(theSwitch("start")).click();
        test(save()).click();
        eventually(() -> assertThat(saved).hasValue(1));
        assertThat(ENGINE.calls("PUT", PATH).getLast().ifMatch()).isEqualTo("\"g2\"");
    }

    @Test
    void shouldAskForTheEventTypeBesideTheField() {
        // given
        open("draft");
        test(theSwitch("start")).click();

        // when
        test(save()).click();

        // then
        assertThat(eventType(startForms().getFirst()).getErrorMessage())
                .isEqualTo("Choose an event type, or remove this event.");
    }

    @Test
    void shouldSayBesideTheFieldWhatTheEngineRefused() {
        // given
        ENGINE.reply(SAVE, call -> new Answer(422, "application/problem+json", """
                {"title":"Invalid","detail":"The triggers are not right","errors":[
                 {"field":"start[1].eventType","rule":"known","message":"There is no such event type"},
                 {"field":"start[0].reentry.per","rule":"text","message":"This is no path"}]}""", ""));
        open("draft");
        test(theSwitch("start")).click();
        choose(startForms().getFirst(), "Order paid (orderPaid)");
        test(find(Button.class).withId("add-start").single()).click();
        choose(startForms().getLast(), "Order lost (orderLost)");

        // when
        test(save()).click();

        // then
        eventually(() -> assertThat(eventType(startForms().getLast()).getErrorMessage())
                .isEqualTo("There is no such event type"));
        assertThat(find(Params.class, startForms().getFirst()).single().getErrorMessage())
                .isEqualTo("This is no path");
        assertThat(save().isEnabled()).isTrue();
        assertThat(saved).hasValue(0);
    }

    @Test
    void shouldHaveNoStartLinkWhenTheSwitchIsOff() {
        // given
        ENGINE.answer(
                READ,
                call -> "{\"start\":[{\"eventType\":\"orderPaid\",\"reentry\":{\"mode\":\"each\"}}],\"stop\":[]}");
        open("draft");
        assertThat(theSwitch("start").getValue()).isTrue();

        // when
        test(theSwitch("start")).click();
        test(save()).click();

        // then
        eventually(() -> assertThat(saved).hasValue(1));
        assertThat(sent().get("start")).isEqualTo(List.of());
    }

    @Test
    void shouldSaveStartLinksInTheOrderThePersonPutsThemIn() {
        // given
        ENGINE.answer(READ, call -> """
                {"start":[{"eventType":"orderPaid","reentry":{"mode":"each"}},
                          {"eventType":"orderLost","reentry":{"mode":"each"}},
                          {"eventType":"orderPaid","reentry":{"mode":"once"}}],"stop":[]}""");
        open("draft");
        var last = startForms().getLast();
        assertThat(move("up", startForms().getFirst()).isEnabled()).isFalse();
        assertThat(move("down", last).isEnabled()).isFalse();

        // when
        test(move("up", last)).click();
        test(move("up", last)).click();

        // then
        assertThat(startForms()).first().isSameAs(last);
        assertThat(move("up", last).isEnabled()).isFalse();
        assertThat(move("down", startForms().getLast()).isEnabled()).isFalse();
        test(move("down", startForms().get(1))).click();
        test(save()).click();
        eventually(() -> assertThat(saved).hasValue(1));
        assertThat(sent().get("start"))
                .isEqualTo(List.of(
                        Map.of("eventType", "orderPaid", "reentry", Map.of("mode", "once")),
                        Map.of("eventType", "orderLost", "reentry", Map.of("mode", "each")),
                        Map.of("eventType", "orderPaid", "reentry", Map.of("mode", "each"))));
    }

    @Test
    void shouldOfferAnOrderOnlyWhereThereIsOneAndSayWhyWhereItMatters() {
        // given
        open("draft");
        test(theSwitch("start")).click();
        choose(startForms().getFirst(), "Order paid (orderPaid)");
        assertThat(moves()).isEmpty();

        // when: another event type
        test(find(Button.class).withId("add-start").single()).click();
        choose(startForms().getLast(), "Order lost (orderLost)");

        // then
        assertThat(moves()).hasSize(4);
        assertThat(dialogSays()).doesNotContain("so their order matters");

        // when: the same event type
        choose(startForms().getLast(), "Order paid (orderPaid)");

        // then
        assertThat(dialogSays()).contains("The first one that fits is used, so their order matters");

        // when
        test(find(Button.class, startForms().getLast())
                        .withAriaLabel("Remove this event")
                        .single())
                .click();

        // then
        assertThat(moves()).isEmpty();
        assertThat(dialogSays()).doesNotContain("so their order matters");
    }

    @Test
    void shouldAskBeforeChangesAreThrownAway() {
        // given
        open("draft");
        test(theSwitch("start")).click();
        choose(startForms().getFirst(), "Order paid (orderPaid)");

        // when
        escape();

        // then
        assertThat(find(TriggersDialog.class).all()).hasSize(1);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(find(TriggersDialog.class).all()).isEmpty();
    }

    @Test
    void shouldCloseAtOnceWhenNothingWasChanged() {
        // given
        open("active");

        // when
        escape();

        // then
        assertThat(find(ConfirmDialog.class).all()).isEmpty();
        assertThat(find(TriggersDialog.class).all()).isEmpty();
    }

    @Test
    void shouldSayThatTheTriggersCouldNotBeReadAndTryAgain() {
        // given
        ENGINE.refuse(READ, 404, "There is no workflow w1");

        // when
        dialog("draft").open();

        // then
        eventually(() -> assertThat(find(Notice.class).all())
                .anySatisfy(said -> assertThat(words(said)).contains("There is no workflow w1")));
    }

    private Button makeButton() {
        return find(Button.class, startForms().getFirst())
                .withText("New event type")
                .single();
    }

    private static void facts(String eventType, String... paths) {
        var facts = Stream.of(paths)
                .map(path ->
                        "{\"fact\":\"" + path + "\",\"label\":\"" + path + "\",\"group\":\"event\",\"type\":\"text\"}")
                .collect(Collectors.joining(","));
        ENGINE.answer(
                "GET /api/v1/event-types/" + eventType + "/facts",
                call -> "{\"facts\":[" + facts + "],\"operators\":[],\"templates\":[]}");
    }

    private static List<String> offered(Params field) {
        return field.getListDataView().getItems().map(Choice::value).toList();
    }

    private static Choice first(Params field) {
        return field.getListDataView().getItem(0);
    }

    private TriggersDialog dialog(String status) {
        return new TriggersDialog(calls, engine, anna.token(), "w1", "Welcome", status, saved::incrementAndGet);
    }

    private void open(String status) {
        dialog(status).open();
        eventually(() ->
                assertThat(find(Checkbox.class).withId("switch-start").all()).hasSize(1));
    }

    private static void escape() {
        var dialog = (TriggersDialog) UI.getCurrent()
                .getChildren()
                .filter(TriggersDialog.class::isInstance)
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(dialog, new DialogCloseActionEvent(dialog, true));
    }

    private Checkbox theSwitch(String kind) {
        return find(Checkbox.class).withId("switch-" + kind).single();
    }

    private Button save() {
        return find(Button.class).withId("save-triggers").single();
    }

    private List<StartForm> startForms() {
        return find(StartForm.class).all();
    }

    private Button move(String way, StartForm form) {
        return find(Button.class, form).withClassName("us-link-" + way).single();
    }

    /** Every button that moves a link. */
    private List<Button> moves() {
        return find(Button.class).all().stream()
                .filter(button -> button.hasClassName("us-link-up") || button.hasClassName("us-link-down"))
                .toList();
    }

    /** The paragraphs that can be seen. */
    private String dialogSays() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).collect(Collectors.joining(" "));
    }

    private List<StopForm> stopForms() {
        return find(StopForm.class).all();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<EventType> eventType(Component form) {
        return find(ComboBox.class, find(EventTypeField.class, form).single()).single();
    }

    private void choose(Component form, String label) {
        test(eventType(form)).selectItem(label);
    }

    /** Picks a param once the engine has told which ones there are. */
    private void pick(Params field, String path) {
        eventually(() -> assertThat(field.getListDataView().getItems())
                .anyMatch(choice -> choice.value().equals(path)));
        test(field).selectItem(path);
    }

    @SuppressWarnings("unchecked")
    private void select(Component form, String label) {
        Select<String> mode = find(Select.class, form).all().getFirst();
        test(mode).selectItem(label);
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<String> running(Component form) {
        return find(RadioButtonGroup.class, form).all().stream()
                .filter(group -> group.hasClassName("us-while-running"))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<String> whom(Component form) {
        return find(RadioButtonGroup.class, form).all().stream()
                .filter(group -> group.hasClassName("us-whom"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> sent() {
        return ENGINE.calls("PUT", PATH).getLast().body();
    }

    private static Object reentrySent() {
        var start = (List<?>) sent().get("start");
        return ((Map<?, ?>) start.getFirst()).get("reentry");
    }
}
