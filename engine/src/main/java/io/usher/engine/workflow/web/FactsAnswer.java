package io.usher.engine.workflow.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.usher.engine.platform.words.Wording;
import io.usher.engine.rule.KnownFact;
import io.usher.engine.rule.ListFact;
import io.usher.engine.rule.OperatorChoice;
import io.usher.engine.workflow.internal.TemplateMenu;
import io.usher.engine.workflow.internal.TemplateMenu.Insert;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person can choose for rules and templates. */
@Schema(name = "Facts")
record FactsAnswer(
        List<FactAnswer> facts,

        @Schema(description = "Lists that `some` can look into")
        List<ListAnswer> lists,

        List<OperatorAnswer> operators,
        List<TemplateAnswer> templates) {

    /** One fact. */
    @Schema(name = "Fact")
    record FactAnswer(
            @Schema(example = "event.city") String fact,
            String label,

            @Schema(allowableValues = {"event", "contact", "order", "segment", "consent", "item"})
            String group,

            @Schema(allowableValues = {"text", "number", "time", "flag", "list"})
            String type,

            @Schema(description = "A value that was seen, at most 60 characters", example = "Oslo") @Nullable
            Object example,

            @Schema(description = "The values there are, when they are few; else empty")
            List<String> choices) {

        static FactAnswer of(KnownFact fact, String key, Wording wording) {
            return new FactAnswer(
                    fact.path(),
                    wording.label(key, fact.label()),
                    fact.group(),
                    fact.type().key(),
                    fact.example(),
                    fact.choices());
        }
    }

    /** One list. */
    @Schema(name = "ListFact")
    record ListAnswer(
            @Schema(description = "As `some` of a rule", example = "event.items")
            String list,

            @Schema(example = "Items") String label,

            @Schema(description = "Facts of one element, for `where`: they begin with item")
            List<FactAnswer> facts) {

        static ListAnswer of(ListFact list, Wording wording) {
            return new ListAnswer(
                    list.path(),
                    wording.label("list." + list.path(), list.label()),
                    list.items().stream()
                            .map(item -> FactAnswer.of(item, "list." + list.path() + "." + item.path(), wording))
                            .toList());
        }
    }

    /** One operator. */
    @Schema(name = "OperatorChoice")
    record OperatorAnswer(
            @Schema(description = "As op of a rule", example = "greater")
            String key,

            @Schema(example = "is more than") String label,
            @Schema(description = "Types of facts it suits") List<String> types,

            @Schema(allowableValues = {"one", "list", "none"})
            String value) {

        static OperatorAnswer of(OperatorChoice choice, Wording wording) {
            return new OperatorAnswer(
                    choice.operator().key(),
                    wording.of(choice.operator().label()),
                    choice.types().stream().sorted().map(KnownFact.Type::key).toList(),
                    choice.value().key());
        }
    }

    /** A piece of Liquid. */
    @Schema(name = "TemplateInsert")
    record TemplateAnswer(
            @Schema(
                    description = "Ready to be put into a template as it is: names that are no plain words are quoted,"
                            + " as in {{ event[\"order.id\"] }}",
                    example = "{{ order.items[0].name }}")
            String insert,

            @Schema(example = "First item's name") String label,
            String group) {

        static TemplateAnswer of(Insert insert) {
            return new TemplateAnswer(insert.insert(), insert.label(), insert.group());
        }
    }

    static FactsAnswer of(List<KnownFact> facts, Wording wording) {
        return new FactsAnswer(
                facts.stream()
                        .map(fact -> FactAnswer.of(fact, "fact." + fact.path(), wording))
                        .toList(),
                ListFact.of(facts).stream()
                        .map(list -> ListAnswer.of(list, wording))
                        .toList(),
                OperatorChoice.all().stream()
                        .map(choice -> OperatorAnswer.of(choice, wording))
                        .toList(),
                TemplateMenu.of(facts).stream().map(TemplateAnswer::of).toList());
    }
}
