package io.usher.designer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase.CustomValueSetEvent;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.usher.designer.DesignerTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.test.context.support.WithAnonymousUser;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

@WithAnonymousUser
class RuleBuilderTest extends DesignerTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path SAMPLES = Path.of("../bpmn-samples");

    private final List<Map<String, Object>> told = new ArrayList<>();
    private RuleBuilder builder;

    @BeforeEach
    void aBuilderIsOnThePage() {
        builder = new RuleBuilder(SomeFacts.FACTS);
        builder.addValueChangeListener(change -> told.add(change.getValue()));
        UI.getCurrent().add(builder);
    }

    static Stream<String> rulesOfTheSamples() {
        try (var files = Files.walk(SAMPLES)) {
            return files
                    .filter(file -> file.toString().endsWith(".bpmn"))
                    .flatMap(RuleBuilderTest::rules)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> rules(Path bpmn) {
        try {
            var found = new ArrayList<String>();
            var exits =
                    Pattern.compile("name=\"usher.exit\" value=\"([^\"]*)\"").matcher(Files.readString(bpmn));
            while (exits.find()) {
                var xml = DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new java.io.ByteArrayInputStream(("<e v=\"" + exits.group(1) + "\"/>")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                var exit = xml.getDocumentElement().getAttribute("v");
                if (exit.contains("\"rule\"")) {
                    found.add(JSON.readTree(exit).get("rule").toString());
                }
            }
            return found.stream();
        } catch (IOException
                | org.xml.sax.SAXException
                | javax.xml.parsers.ParserConfigurationException
                | JacksonException e) {
            throw new IllegalStateException(bpmn.toString(), e);
        }
    }

    @ParameterizedTest
    @MethodSource("rulesOfTheSamples")
    @ValueSource(
            strings = {
                "{'all':[]}",
                "{'fact':'event.total','op':'greater','value':12.50}",
                "{'any':[{'fact':'event.a','op':'one-of','value':[1,'2',true]},{'fact':'event.b','op':'equal','compare':'start.b'}]}",
                "{'all':[{'any':[{'all':[{'fact':'event.a','op':'exists'}]}]}]}",
                "{'all':[{'fact':'event.a','op':'equal','value':null}]}",
                "{'fact':'event.at','op':'after','value':'2026-01-01'}",
                "{'some':'event.items','where':{'fact':'item.price','op':'greater','value':1}}",
                "{'all':[{'some':'event.items','where':{'all':[{'fact':'item.a','op':'exists'},{'some':'item.b','where':{'fact':'item','op':'exists'}}]}}]}",
                "{'not':{'any':[{'fact':'event.a','op':'exists'},{'not':{'fact':'event.b','op':'exists'}}]}}",
                "{'any':[{'not':{'some':'event.items','where':{'fact':'item.a','op':'exists'}}},{'fact':'event.a','op':'exists'}]}",
                "{'some':'event.items','where':{'all':[]}}",
                "{'some':'event.items'}",
                "{'script':'return 1'}",
                "{'all':'nonsense'}"
            })
    void shouldLeaveARuleNobodyEditsExactlyAsItWas(String rule) {
        // when
        builder.setValue(json(rule));
        builder.facts(Facts.none());

        // then
        assertThat(builder.getValue()).isEqualTo(json(rule));
        assertThat(builder.generateModelValue()).isEqualTo(rule.equals("{'all':[]}") ? null : json(rule));
    }

    @Test
    void shouldBuildARuleFromRows() {
        // when
        addCondition();
        choose(0, "event.city");
        test(valueField()).setValue("Oslo");
        addCondition();
        choose(1, "event.total");
        test(find(Select.class, builder).all().get(1)).selectItem("is more than");
        test(find(TextField.class, builder).all().get(1)).setValue("120");

        // then
        assertThat(told.getLast()).isEqualTo(json("""
                        {'all':[{'fact':'event.city','op':'equal','value':'Oslo'},
                        {'fact':'event.total','op':'greater','value':120}]}"""));
        assertThat(builder.isComplete()).isTrue();
    }

    @Test
    void shouldKeepTheOthersWhenOneRowIsEdited() {
        // given: a number that is a text, another fact, and a depth the screen does not have
        builder.setValue(json("""
                {'any':[{'fact':'event.code','op':'equal','value':'007'},{'fact':'event.a','op':'equal','compare':'start.a'},
                {'all':[{'any':[{'fact':'event.b','op':'exists'}]},{'fact':'event.c','op':'greater','value':2.5}]}]}"""));

        // when
        test(find(TextField.class, builder).all().getFirst()).setValue("008");

        // then
        assertThat(told.getLast()).isEqualTo(json("""
                        {'any':[{'fact':'event.code','op':'equal','value':'008'},
                        {'fact':'event.a','op':'equal','compare':'start.a'},
                        {'all':[{'any':[{'fact':'event.b','op':'exists'}]},{'fact':'event.c','op':'greater','value':2.5}]}]}"""));
        assertThat(words(builder)).contains("b is set", "Made outside this designer");
    }

    @Test
    void shouldBuildARuleAboutOneElementOfAList() {
        // when
        test(button("us-rule-add-some")).click();
        list().setValue(SomeFacts.FACTS.list("event.items").orElseThrow());
        type(0, "price");
        test(valueField()).setValue("100");

        // then: a bare word is about the element
        assertThat(told.getLast()).isEqualTo(json("""
            {'all':[{'some':'event.items','where':{'all':[{'fact':'item.price','op':'equal','value':100}]}}]}"""));
        assertThat(builder.isComplete()).isTrue();
        assertThat(fact(0).getListDataView().getItems().map(Facts.Fact::path)).contains("item.price", "event.city");
    }

    @Test
    void shouldKeepWhatItCannotEditBesideARuleAboutAnElement() {
        // given: a denial and a list inside the element
        builder.setValue(json("""
            {'all':[{'not':{'fact':'event.a','op':'exists'}},
            {'some':'event.items','where':{'all':[{'fact':'item.kind','op':'equal','value':'ticket'},
            {'some':'item.seats','where':{'fact':'item.row','op':'equal','value':'A'}}]}}]}"""));

        // when
        test(find(TextField.class, builder).all().getFirst()).setValue("drink");

        // then
        assertThat(told.getLast()).isEqualTo(json("""
            {'all':[{'not':{'fact':'event.a','op':'exists'}},
            {'some':'event.items','where':{'all':[{'fact':'item.kind','op':'equal','value':'drink'},
            {'some':'item.seats','where':{'fact':'item.row','op':'equal','value':'A'}}]}}]}"""));
        assertThat(words(builder))
                .contains("not (a is set)", "Made outside this designer", "At least one of", "row is A");
    }

    @Test
    void shouldOfferBeforeAndAfterForTimes() {
        // given
        addCondition();

        // when
        choose(0, "event.openAt");

        // then
        assertThat(test(find(Select.class, builder).single()).getSuggestions()).contains("is before", "is after");
    }

    @Test
    void shouldKeepANumberANumber() {
        // given: nobody knows this fact's type
        builder.setValue(json("{'fact':'event.seats','op':'equal','value':3}"));

        // when
        test(valueField()).setValue("4");

        // then: and a rule of one comparison stays one
        assertThat(told.getLast()).isEqualTo(json("{'fact':'event.seats','op':'equal','value':4}"));
    }

    @Test
    void shouldKeepTheFieldOfTheValueWhenTheOperatorChangesAndTheFieldStillSuits() {
        // given
        addCondition();
        type(0, "event.seats");
        var field = valueField();
        test(field).setValue("4");

        // when
        test(find(Select.class, builder).single()).selectItem("is more than");

        // then: somebody may be typing into it already
        assertThat(valueField()).isSameAs(field);
        assertThat(told.getLast()).isEqualTo(json("{'all':[{'fact':'event.seats','op':'greater','value':4}]}"));
    }

    @Test
    void shouldSayThatANumberIsWanted() {
        // given
        addCondition();
        choose(0, "event.total");

        // when
        test(valueField()).setValue("a lot");

        // then: it is kept all the same
        assertThat(valueField().isInvalid()).isTrue();
        assertThat(told.getLast()).isEqualTo(json("{'all':[{'fact':'event.total','op':'equal','value':'a lot'}]}"));
    }

    @Test
    void shouldMarkWhatIsLeftToBeFilledIn() {
        // given
        addCondition();

        // when
        var fact = builder.missing();

        // then
        assertThat(fact).isInstanceOf(FactField.class);
        assertThat(((FactField) fact).getErrorMessage()).isEqualTo("Choose what to check.");

        // when
        choose(0, "event.city");
        var value = builder.missing();

        // then
        assertThat(((FactField) fact).isInvalid()).isFalse();
        assertThat(value).isSameAs(valueField());
        assertThat(valueField().getErrorMessage()).isEqualTo("Fill in a value.");

        // when
        test(valueField()).setValue("Oslo");

        // then
        assertThat(valueField().isInvalid()).isFalse();
        assertThat(builder.isComplete()).isTrue();
    }

    @Test
    void shouldMarkTheListAndTheValueThatAnElementIsLookedForBy() {
        // given
        builder.setValue(
                json("{'some':'event.items','where':{'all':[{'fact':'item.kind','op':'equal','value':'a'}]}}"));

        // when
        test(find(TextField.class, builder).all().getFirst()).setValue("");
        builder.missing();

        // then
        assertThat(find(TextField.class, builder).all().getFirst().getErrorMessage())
                .isEqualTo("Fill in a value.");
    }

    @Test
    void shouldTakeAFactNobodyKnows() {
        // given
        addCondition();

        // when
        type(0, "event.items.*.price");

        // then
        assertThat(told.getLast()).isEqualTo(json("{'all':[{'fact':'event.items.*.price','op':'equal'}]}"));
        assertThat(builder.isComplete()).isFalse();

        // and: a bare word is a parameter of the event
        type(0, "price");
        assertThat(told.getLast()).isEqualTo(json("{'all':[{'fact':'event.price','op':'equal'}]}"));

        // and: what is no path is refused and changes nothing
        type(0, "the price of it");
        assertThat(fact(0).isInvalid()).isTrue();
        assertThat(told.getLast()).isEqualTo(json("{'all':[{'fact':'event.price','op':'equal'}]}"));
    }

    @Test
    void shouldOfferOnlyComparisonsThatSuit() {
        // given
        addCondition();

        // when
        choose(0, "segment.buyers");

        // then
        assertThat(test(find(Select.class, builder).single()).getSuggestions())
                .containsExactly("includes the contact", "does not include the contact");
        assertThat(told.getLast()).isEqualTo(json("{'all':[{'fact':'segment.buyers','op':'equal','value':true}]}"));
        assertThat(find(TextField.class, builder).all()).isEmpty();
    }

    @Test
    void shouldTakeSeveralValues() {
        // given
        addCondition();
        choose(0, "event.city");
        test(find(Select.class, builder).single()).selectItem("is one of");
        var chips = find(MultiSelectComboBox.class, builder).single();

        // when
        ComponentUtil.fireEvent(chips, new CustomValueSetEvent<>(chips, true, "Oslo"));
        ComponentUtil.fireEvent(chips, new CustomValueSetEvent<>(chips, true, "Rome"));

        // then
        assertThat(told.getLast())
                .isEqualTo(json("{'all':[{'fact':'event.city','op':'one-of','value':['Oslo','Rome']}]}"));
    }

    @Test
    void shouldTakeAMomentAndAYes() {
        // given
        addCondition();
        choose(0, "event.openAt");
        var moment = Instant.parse("2026-12-01T18:00:00Z");

        // when
        find(DateTimePicker.class, builder)
                .single()
                .setValue(moment.atZone(ZoneOffset.UTC).toLocalDateTime());

        // then
        var rule = JSON.convertValue(told.getLast(), tools.jackson.databind.JsonNode.class);
        assertThat(rule.at("/all/0/op").asString()).isEqualTo("before");
        assertThat(Instant.parse(rule.at("/all/0/value").asString())).isCloseTo(moment, within(1, ChronoUnit.SECONDS));

        // and
        choose(0, "consent.email.given");
        @SuppressWarnings("unchecked")
        RadioButtonGroup<Boolean> yesNo = find(RadioButtonGroup.class, builder).all().stream()
                .filter(RadioButtonGroup::isVisible)
                .findFirst()
                .orElseThrow();
        yesNo.setValue(true);
        assertThat(told.getLast())
                .isEqualTo(json("{'all':[{'fact':'consent.email.given','op':'equal','value':true}]}"));
    }

    @Test
    void shouldOfferTheValuesThereAreAndTakeAnother() {
        // given
        addCondition();
        choose(0, "consent.email");
        @SuppressWarnings("unchecked")
        ComboBox<String> values = find(ComboBox.class, builder).all().getLast();
        assertThat(test(values).getSuggestions()).containsExactly("given", "refused");

        // when
        test(values).selectItem("refused");

        // then
        assertThat(told.getLast()).isEqualTo(json("{'all':[{'fact':'consent.email','op':'equal','value':'refused'}]}"));

        // and
        ComponentUtil.fireEvent(values, new CustomValueSetEvent<>(values, true, "unknown"));
        assertThat(told.getLast()).isEqualTo(json("{'all':[{'fact':'consent.email','op':'equal','value':'unknown'}]}"));
    }

    @Test
    void shouldReadTheFactsOfTheEngine() {
        var facts = JSON.readValue("""
                {"facts":[{"fact":"order.status","label":"Status","group":"order","type":"text","choices":["PAID"],"later":1}],
                 "operators":[{"key":"equal","label":"is","types":["text"],"value":"one"}]}""", Facts.class);

        assertThat(facts.fact("order.status").orElseThrow().choices()).containsExactly("PAID");
        assertThat(facts.operator("equal").orElseThrow().label()).isEqualTo("is");
        assertThat(facts.templates()).isEmpty();
    }

    @Test
    void shouldHaveNoRuleWhenTheLastConditionIsRemoved() {
        // given
        builder.setValue(json("{'all':[{'fact':'event.a','op':'exists'}]}"));

        // when
        test(button("us-rule-remove")).click();

        // then
        assertThat(builder.getValue()).isNull();
    }

    @Test
    void shouldNestOneGroup() {
        // given
        builder.setValue(json("{'fact':'event.a','op':'exists'}"));

        // when
        test(button("us-rule-add-group")).click();
        type(1, "event.b");

        // then
        assertThat(told.getLast()).isEqualTo(json("""
            {'all':[{'fact':'event.a','op':'exists'},{'any':[{'fact':'event.b','op':'equal'}]}]}"""));
        assertThat(find(Button.class, builder).all().stream()
                        .filter(button -> button.hasClassName("us-rule-add-group")))
                .hasSize(1);
    }

    @Test
    void shouldReplaceAnotherFactByAValueOnlyWhenAsked() {
        // given
        builder.setValue(json("{'fact':'event.city','op':'equal','compare':'start.city'}"));
        assertThat(words(builder)).contains("start.city");

        // when
        test(find(Button.class, builder).withText("Use a value instead").single())
                .click();
        test(valueField()).setValue("Oslo");

        // then
        assertThat(told.getLast()).isEqualTo(json("{'fact':'event.city','op':'equal','value':'Oslo'}"));
    }

    private void addCondition() {
        test(button("us-rule-add")).click();
    }

    private void choose(int row, String path) {
        fact(row).setValue(SomeFacts.FACTS.fact(path).orElseThrow());
    }

    private void type(int row, String text) {
        ComponentUtil.fireEvent(fact(row), new CustomValueSetEvent<>(fact(row), true, text));
    }

    private FactField fact(int row) {
        return find(FactField.class, builder).all().get(row);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Facts.ListOf> list() {
        return find(ComboBox.class, builder).withClassName("us-rule-list").single();
    }

    private TextField valueField() {
        return find(TextField.class, builder).all().getFirst();
    }

    private Button button(String className) {
        return find(Button.class, builder).all().stream()
                .filter(button -> button.hasClassName(className) && button.isVisible())
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> json(String text) {
        @SuppressWarnings("unchecked")
        Map<String, Object> map = JSON.readValue(text.replace('\'', '"'), Map.class);
        return map;
    }
}
