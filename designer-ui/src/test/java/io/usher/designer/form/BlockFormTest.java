package io.usher.designer.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.KeyPressEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase.CustomValueSetEvent;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.usher.designer.DesignerTest;
import io.usher.designer.canvas.Block;
import io.usher.designer.canvas.Change;
import io.usher.designer.canvas.DrawingProblem;
import io.usher.designer.canvas.Selection;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.list.Notice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;
import tools.jackson.databind.json.JsonMapper;

@WithAnonymousUser
class BlockFormTest extends DesignerTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SEGMENTS = "GET /api/v1/segments";
    private static final String NEW_SEGMENT = "POST /api/v1/segments";

    @Autowired
    private EngineCalls calls;

    @Autowired
    private FormClients engine;

    private final List<Map<String, Change>> told = new ArrayList<>();
    private SessionToken token;
    private BlockForm form;

    @BeforeEach
    void aFormIsOnThePage() throws IOException {
        ENGINE.answer(SEGMENTS, call -> """
            {"items":[{"key":"buyers","name":"Buyers"},{"key":"vip","name":"Very important"}],"next":null}\
            """);
        ENGINE.answer("GET /api/v1/event-types", call -> """
            {"items":[{"key":"orderPaid","name":"Order paid"}],"next":null}\
            """);
        ENGINE.answer("GET /api/v1/workflows/w1/facts", call -> """
            {"facts":[{"fact":"event.city","label":"City","group":"event","type":"text","example":"Oslo"}],
             "operators":[],"templates":[{"insert":"{{ contact.firstName }}","label":"First name","group":"contact"},
              {"insert":"{{ event[\\"order.id\\"] }}","label":"Order id","group":"event"}]}\
            """);
        token = signIn("anna").token();
        form = new BlockForm(calls, engine, token, "w1");
        try (var file = getClass().getResourceAsStream("/form/blocks.json")) {
            form.catalogue(List.of(JSON.readValue(file.readAllBytes(), Block[].class)));
        }
        form.onChange(told::add);
        UI.getCurrent().add(form);
    }

    @Test
    void shouldSayWhatToDoWhileNothingIsSelected() {
        assertThat(words(form)).contains("Nothing selected", "drag one from the left");
    }

    @Test
    void shouldShowEachFieldOfTheCatalogue() {
        // when
        form.show(block("wait", "Wait a day", Map.of("amount", 1.0, "unit", "days")));

        // then
        assertThat(words(form)).contains("Wait", "The journey rests for a while.");
        assertThat(text("Block name").getValue()).isEqualTo("Wait a day");
        assertThat(text("How long").getValue()).isEqualTo("1");
        assertThat(text("How long").isRequiredIndicatorVisible()).isTrue();
        assertThat(text("How long").getHelperText()).isEqualTo("At most two years in all");
        assertThat(find(Select.class, form).single().getValue()).isEqualTo("days");
    }

    @Test
    void shouldTellEachEditWithAllSettings() {
        // given: a setting the catalogue does not know
        form.show(block("wait", "Wait", Map.of("amount", 1, "unit", "days", "later", List.of(1, 2))));

        // when
        test(text("How long")).setValue("3");

        // then
        assertThat(told)
                .containsExactly(Map.of(
                        "B1", new Change(null, Map.of("amount", 3L, "unit", "days", "later", List.of(1, 2)), null)));

        // and
        test(text("Block name")).setValue("Three days");
        assertThat(told.getLast()).isEqualTo(Map.of("B1", new Change("Three days", null, null)));
    }

    @Test
    void shouldBeginWithWhatHasToBeFilledIn() {
        // when
        form.show(block("send-message", "Mail", Map.of("channel", "email")));

        // then
        var made = find(BlockElement.class, form).single();
        assertThat(made.first())
                .isInstanceOfSatisfying(
                        RadioButtonGroup.class,
                        kind -> assertThat(kind.getLabel()).isEqualTo("Kind"));

        // when
        form.show(block("wait", "Wait", Map.of("amount", 1, "unit", "days")));

        // then: nothing is missing
        assertThat(find(BlockElement.class, form).single().first()).isSameAs(text("How long"));
    }

    @Test
    void shouldTakeOutASettingThatIsEmptied() {
        // given
        form.show(block("send-message", "Mail", Map.of("subject", "Hello", "kind", "marketing")));

        // when
        test(text("Subject")).setValue("");

        // then
        assertThat(told.getLast().get("B1").settings()).isEqualTo(Map.of("kind", "marketing"));
        assertThat(text("Subject").isInvalid()).isTrue();
        assertThat(text("Subject").getErrorMessage()).isEqualTo("Fill in a value.");
    }

    @Test
    void shouldShowAndHideFieldsAndKeepWhatWasTyped() {
        // given
        form.show(block("get-order", "Get order", Map.of("by", "param", "param", "orderId")));
        var param = setting("param");
        assertThat(param.isVisible()).isTrue();

        // when
        radios("Which order").setValue("latest");

        // then
        assertThat(param.isVisible()).isFalse();
        assertThat(told.getLast().get("B1").settings()).containsEntry("param", "orderId");

        // and
        radios("Which order").setValue("param");
        assertThat(param.isVisible()).isTrue();
        assertThat(told.getLast().get("B1").settings()).isEqualTo(Map.of("by", "param", "param", "orderId"));
    }

    @Test
    void shouldShowAKindOfFieldNobodyKnowsAsText() {
        // given
        form.show(block("novel", "Novel", Map.of()));

        // when
        test(text("Colour")).setValue("blue");
        test(find(Checkbox.class, form).single()).click();

        // then
        assertThat(told.getLast().get("B1").settings()).isEqualTo(Map.of("colour", "blue", "flag", true));
    }

    @Test
    void shouldNotPutAnOlderEditIntoTheFieldWhileSomebodyTypes() {
        // given: two edits, of which the first comes back late
        form.show(block("send-message", "Mail", Map.of()));
        test(text("Subject")).setValue("a");
        test(text("Subject")).setValue("ab");

        // when
        form.show(block("send-message", "Mail", Map.of("subject", "a")));

        // then
        assertThat(text("Subject").getValue()).isEqualTo("ab");

        // and: an undo, after both came back, does
        form.show(block("send-message", "Mail", Map.of("subject", "ab")));
        form.show(block("send-message", "Mail", Map.of("subject", "a")));
        assertThat(text("Subject").getValue()).isEqualTo("a");
        assertThat(told).hasSize(2);
    }

    @Test
    void shouldShowAnotherBlockInAnotherForm() {
        // given
        form.show(block("send-message", "Mail", Map.of("subject", "Hello")));

        // when
        form.show(new Selection("B2", "send-message", "Other", Map.of("subject", "Bye"), null, List.of()));

        // then
        assertThat(text("Subject").getValue()).isEqualTo("Bye");
        assertThat(told).isEmpty();
    }

    @Test
    void shouldSayProblemsBesideTheirFields() {
        // given
        form.show(block("send-message", "Mail", Map.of()));
        assertThat(text("Subject").isInvalid()).isFalse();

        // when
        form.problems(List.of(
                problem("B1", "subject", "needs a subject"),
                problem("B1", null, "leads nowhere"),
                problem("B2", "subject", "of another block")));

        // then
        assertThat(text("Subject").getErrorMessage()).isEqualTo("Fill in a value.");
        assertThat(words(form)).contains("leads nowhere").doesNotContain("of another block");

        // and: an edit answers it
        test(text("Subject")).setValue("Hello");
        assertThat(text("Subject").isInvalid()).isFalse();
    }

    @Test
    void shouldSayWhatRangeANumberHas() {
        // given
        form.show(block("wait", "Wait", Map.of("amount", 1, "unit", "days")));

        // when
        test(text("How long")).setValue("0");

        // then
        assertThat(text("How long").getErrorMessage()).isEqualTo("From 1 to 1,100,000");
        assertThat(told.getLast().get("B1").settings()).containsEntry("amount", 0L);
    }

    @Test
    void shouldChooseASegmentByItsNameAndKeepItsKey() {
        // given
        form.show(block("segment-add", "Add", Map.of()));
        var field = segment();
        eventually(() -> assertThat(test(field).getSuggestions()).containsExactly("Buyers", "Very important"));

        // when
        test(field).selectItem("Very important");

        // then
        assertThat(told.getLast().get("B1").settings()).isEqualTo(Map.of("segment", "vip"));
    }

    @Test
    void shouldMakeASegmentInPlaceAndChooseIt() {
        // given
        ENGINE.answer(NEW_SEGMENT, call -> "{\"key\":\"big-spenders\",\"name\":\"Big spenders\"}");
        form.show(block("segment-add", "Add", Map.of()));
        eventually(() -> assertThat(test(segment()).getSuggestions()).hasSize(2));

        // when: a name nobody knows is typed
        ComponentUtil.fireEvent(segment(), new CustomValueSetEvent<>(segment(), true, "Big spenders!"));
        assertThat(text("Key").getPlaceholder()).isEqualTo("big-spenders");
        test(find(Button.class, form).withText("Create").single()).click();

        // then
        eventually(() -> assertThat(told).isNotEmpty());
        assertThat(told.getLast().get("B1").settings()).isEqualTo(Map.of("segment", "big-spenders"));
        assertThat(ENGINE.calls("POST", "/api/v1/segments").getLast().body())
                .isEqualTo(Map.of("key", "big-spenders", "name", "Big spenders!"));
        // also when a list comes that was asked for before
        eventually(() -> assertThat(ENGINE.calls("GET", "/api/v1/segments")).hasSizeGreaterThan(1));
        form.show(block("segment-add", "Add", Map.of("segment", "big-spenders")));
        assertThat(segment().getValue()).isEqualTo(new Named("big-spenders", "Big spenders"));
    }

    @Test
    void shouldSayInPlaceWhyASegmentWasRefused() {
        // given
        ENGINE.refuse(NEW_SEGMENT, 409, "There is a segment with this key");
        form.show(block("segment-add", "Add", Map.of()));
        test(find(Button.class, form).withText("New segment").single()).click();
        test(text("Name")).setValue("Buyers");

        // when
        test(find(Button.class, form).withText("Create").single()).click();

        // then
        eventually(() -> assertThat(text("Key").getErrorMessage()).isEqualTo("There is a segment with this key"));
        assertThat(text("Name").getValue()).isEqualTo("Buyers");

        // and: with the engine away the form is as it was
        ENGINE.refuse(NEW_SEGMENT, 503, "");
        test(find(Button.class, form).withText("Create").single()).click();
        eventually(() -> assertThat(find(Notice.class, form).all())
                .anySatisfy(said -> assertThat(said.isVisible()).isTrue()));
        assertThat(told).isEmpty();
    }

    @Test
    void shouldMakeANewSegmentWithEnter() {
        // given
        ENGINE.answer(NEW_SEGMENT, call -> "{\"key\":\"loud\",\"name\":\"Loud\"}");
        form.show(block("segment-add", "Add", Map.of()));
        test(find(Button.class, form).withText("New segment").single()).click();
        test(text("Name")).setValue("Loud");

        // when
        enter(text("Name"));

        // then
        eventually(() -> assertThat(told)
                .singleElement()
                .satisfies(change -> assertThat(change.get("B1").settings()).isEqualTo(Map.of("segment", "loud"))));
    }

    @Test
    void shouldKeepTheNameThatWasTypedForANewSegment() {
        // given
        form.show(block("segment-add", "Add", Map.of()));
        ComponentUtil.fireEvent(segment(), new CustomValueSetEvent<>(segment(), true, "Loud people"));
        assertThat(text("Name").getValue()).isEqualTo("Loud people");

        // when: the click on the button that ended the typing comes in after it
        test(find(Button.class, form).withText("New segment").single()).click();

        // then
        assertThat(text("Name").getValue()).isEqualTo("Loud people");

        // when: something else is looked at
        form.show(block("wait", "Wait", Map.of()));
        form.show(block("segment-add", "Add", Map.of()));
        test(find(Button.class, form).withText("New segment").single()).click();

        // then
        assertThat(text("Name").getValue()).isEqualTo("Loud people");

        // when: it is given up
        test(find(Button.class, form).withText("Cancel").single()).click();
        test(find(Button.class, form).withText("New segment").single()).click();

        // then
        assertThat(text("Name").getValue()).isEmpty();
    }

    @Test
    void shouldNotGiveTheSameSegmentsAnewWhileSomebodyTypes() {
        // given
        form.show(block("segment-add", "Add", Map.of()));
        eventually(() -> assertThat(segment().getListDataView().getItemCount()).isEqualTo(2));
        var given = segment().getDataProvider();
        var providers = new HashSet<Object>();

        // when: the same once more, and after that another one
        form.reload();
        form.reload();
        nothingIsAsked(token);
        providers.add(segment().getDataProvider());
        ENGINE.answer(SEGMENTS, call -> "{\"items\":[{\"key\":\"late\",\"name\":\"Latecomers\"}],\"next\":null}");
        form.reload();
        eventually(() -> {
            providers.add(segment().getDataProvider());
            assertThat(segment().getListDataView().getItemCount()).isEqualTo(1);
        });

        // then
        assertThat(providers).contains(given).hasSize(2);
    }

    @Test
    void shouldLeadToTheVeryFieldOfAProblem() {
        // given
        form.show(block("send-message", "Mail", Map.of("kind", "marketing")));

        // when
        form.leadTo(new DrawingProblem("required", "B1", "Mail", "subject", "\"Mail\" needs \"Subject\"", "error"));

        // then
        assertThat(text("Subject").isInvalid()).isTrue();
        assertThat(text("Subject").getErrorMessage()).isEqualTo("Fill in a value.");
    }

    @Test
    void shouldAskWhatToDoWithoutAnOrder() {
        // given: a new block
        form.show(block("get-order", "Get order", Map.of("by", "key")));
        assertThat(radios("If there is no order").getValue()).isNull();

        // when
        form.leadTo(new DrawingProblem(
                "required", "B1", "Get order", "whenMissing", "\"Get order\" needs \"If there is no order\"", "error"));

        // then
        assertThat(radios("If there is no order").getErrorMessage()).isEqualTo("Choose one.");

        // when
        radios("If there is no order").setValue("end");

        // then
        assertThat(told.getLast().get("B1").settings()).containsEntry("whenMissing", "end");
        assertThat(radios("If there is no order").isInvalid()).isFalse();
    }

    @Test
    void shouldSayBesideAFieldOnlyWhatIsWrongWithIt() {
        // given
        form.show(block("wait", "Rest", Map.of("amount", 0, "unit", "days")));

        // when
        form.problems(List.of(
                new DrawingProblem(
                        "setting",
                        "B1",
                        "Rest",
                        "amount",
                        "\"Rest\" has a wrong \"How long\": enter at least 1",
                        "error"),
                new DrawingProblem("range", "B1", "Rest", "unit", "\"Rest\" waits longer than two years", "error")));

        // then
        assertThat(text("How long").getErrorMessage()).isEqualTo("Enter at least 1");
        assertThat(find(Select.class, form).single().getErrorMessage()).isEqualTo("Waits longer than two years");
    }

    @Test
    void shouldSayThatASegmentDoesNotExist() {
        // when
        form.show(block("segment-add", "Add", Map.of("segment", "gone")));

        // then: and it stays
        eventually(() -> assertThat(
                        segment().getItemLabelGenerator().apply(segment().getValue()))
                .isEqualTo("gone (does not exist)"));
        assertThat(told).isEmpty();
    }

    @Test
    void shouldInsertLiquid() {
        // given
        form.show(block("send-message", "Mail", Map.of("subject", "Hello ")));
        var menu = find(TemplateMenu.class, setting("subject")).single();
        eventually(() -> assertThat(menu.shown())
                .extracting("insert")
                .containsExactly("{{ contact.firstName }}", "{{ event[\"order.id\"] }}"));

        // when
        menu.choose(menu.shown().getFirst());

        // then
        assertThat(text("Subject").getValue()).isEqualTo("Hello {{ contact.firstName }}");
        assertThat(told.getLast().get("B1").settings()).containsEntry("subject", "Hello {{ contact.firstName }}");
    }

    @Test
    void shouldEditHtmlInALargeWindowBesideItsPreview() {
        // given
        form.show(block("send-message", "Mail", Map.of("html", "<p>Hi {{ contact.firstName }}</p>")));

        // when
        test(find(Button.class, form).withText("Large editor").single()).click();

        // then: shut in, and with the Liquid left as it is
        var frame = find(IFrame.class).single();
        assertThat(frame.getElement().getAttribute("sandbox")).isEmpty();
        assertThat(frame.getSrcdoc().orElseThrow())
                .contains("default-src 'none'", "{{ contact.firstName }}</mark></p>");

        // when
        var source = find(TextArea.class).withCaption("HTML").single();
        test(source).setValue("<b>Bye</b>");

        // then
        assertThat(told.getLast().get("B1").settings()).isEqualTo(Map.of("html", "<b>Bye</b>"));
        assertThat(find(IFrame.class).single().getSrcdoc().orElseThrow()).endsWith("<b>Bye</b>");
    }

    @Test
    void shouldOnlyBeLookedAtWhenTheWorkflowIsAtRest() {
        // when
        form.setReadOnly(true);
        form.show(block("wait", "Wait", Map.of("amount", 1, "unit", "days")));

        // then
        assertThat(text("How long").isEnabled()).isFalse();
        assertThat(text("How long").getValue()).isEqualTo("1");
    }

    @Test
    void shouldSayThatABlockIsUnknown() {
        form.show(block("from-the-future", "Later", Map.of("a", 1)));

        assertThat(words(form)).contains("Unknown block (from-the-future)", "Replace or delete it before you activate");
    }

    @Test
    @SuppressWarnings("unchecked")
    void shouldSayWhatAnotherToolDrewAndOfferTheBlocksThatCanTakeItsPlace() {
        // given
        var replaced = new ArrayList<String>();
        form.onReplace((element, block) -> replaced.add(element + " " + block));
        form.show(foreign("user-task", null, List.of("wait", "segment-add", "nothing-known")));
        form.problems(List.of(
                new DrawingProblem("unknown-element", "B1", "Pick", null, "drawn as userTask", "error"),
                new DrawingProblem("no-way-in", "B1", "Pick", null, "Nothing leads to it", "error")));

        // then
        assertThat(words(form)).contains("User task", "Pick a seat", "Replace it with a block", "Nothing leads to it");
        assertThat(words(form)).doesNotContain("drawn as userTask");

        // when
        var blocks = (Select<Block>)
                find(Select.class, form).withCaption("Replace with").single();
        assertThat(blocks.getListDataView().getItems().map(Block::title)).containsExactly("Wait", "Add to segment");
        blocks.setValue(blocks.getListDataView().getItem(0));

        // then
        assertThat(replaced).containsExactly("B1 wait");
    }

    @Test
    void shouldNameEventsByWhatTheyAreAboutAndNotesAsNotes() {
        form.show(foreign("boundary-event", "timer", List.of()));
        assertThat(words(form)).contains("Boundary event (timer)", "Delete it").doesNotContain("Replace with");

        form.show(foreign("text-annotation", null, List.of()));
        assertThat(words(form)).contains("Note", "It has no effect");

        form.show(foreign("choreography-task", null, List.of()));
        assertThat(words(form)).contains("Element of another tool").doesNotContain("Line");
    }

    private static Selection foreign(String kind, String detail, List<String> blocks) {
        var foreign = new Selection.Foreign(kind, detail, blocks);
        return new Selection("B1", null, "Pick a seat", Map.of(), null, foreign, List.of());
    }

    private static Selection block(String kind, String name, Map<String, Object> settings) {
        return new Selection("B1", kind, name, settings, null, List.of());
    }

    private static DrawingProblem problem(String block, String field, String message) {
        return new DrawingProblem("required", block, block, field, message, "error");
    }

    private TextField text(String label) {
        return find(TextField.class, form).withCaption(label).single();
    }

    /** A click that is on its way is about the choices that stand in the browser. */
    @Test
    void shouldKeepTheChoicesThatStandThereWhenTheBlockIsShownAgain() {
        // given
        form.show(block("get-order", "Get order", Map.of("by", "key")));
        var choices = radios("Which order").getChildren().toList();

        // when: renamed, then changed elsewhere
        form.show(block("get-order", "The order", Map.of("by", "key")));
        form.show(block("get-order", "The order", Map.of("by", "latest")));

        // then
        assertThat(radios("Which order").getValue()).isEqualTo("latest");
        assertThat(choices).isNotEmpty();
        assertThat(radios("Which order").getChildren()).containsExactlyElementsOf(choices);
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<String> radios(String label) {
        return find(RadioButtonGroup.class, form).withCaption(label).single();
    }

    @SuppressWarnings("unchecked")
    private static void enter(TextField field) {
        ComponentUtil.fireEvent(field, new KeyPressEvent(field, "Enter"));
    }

    private ComboBox<Named> segment() {
        return find(ComboBox.class, form).withCaption("Segment").single();
    }

    /** Also one that is hidden. */
    private Component setting(String name) {
        return descendants(form)
                .filter(field -> name.equals(field.getElement().getAttribute("data-setting")))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> descendants(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(BlockFormTest::descendants));
    }
}
