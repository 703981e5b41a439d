package io.usher.designer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class RuleWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'fact':'event.city','op':'equal','value':'Oslo'} | City is Oslo",
                "{'fact':'event.total','op':'greater','value':120} | Total is more than 120",
                "{'fact':'event.total','op':'greater','value':12.50} | Total is more than 12.5",
                "{'fact':'event.seat.row','op':'exists'} | seat.row is set",
                "{'fact':'segment.buyers','op':'equal','value':false} | Buyers does not include the contact",
                "{'fact':'event.city','op':'one-of','value':['Oslo','Bergen','Rome']} | City is one of Oslo, Bergen or"
                        + " Rome",
                "{'fact':'consent.email.given','op':'equal','value':true} | E-mail consent is Yes",
                "{'fact':'event.openAt','op':'before','value':'2026-12-01T18:00:00Z'} | Open at is before 1 Dec 2026,"
                        + " 18:00 UTC",
                "{'fact':'event.city','op':'equal','compare':'contact.city'} | City is contact.city",
                "{'fact':'event.city','op':'equal'} | City is …",
                "{'some':'event.items','where':{'fact':'item.price','op':'greater','value':100}} | at least one of"
                        + " items where Price is more than 100",
                "{'some':'event.tags','where':{'fact':'item','op':'equal','value':'vip'}} | at least one of event.tags"
                        + " where it is vip",
                "{'not':{'fact':'event.city','op':'equal','value':'Oslo'}} | not (City is Oslo)",
                "{'fact':'event.city','op':'sounds-like','value':'Oslo'} | City sounds-like Oslo"
            })
    void shouldSayAComparisonInPlainWords(String rule, String words) {
        assertThat(words(rule)).isEqualTo(words);
    }

    @Test
    void shouldSayAGroupWithAndOrOr() {
        assertThat(words("""
                {'all':[{'fact':'event.city','op':'equal','value':'Oslo'},{'fact':'event.total','op':'greater','value':120}]}
                """)).isEqualTo("City is Oslo and Total is more than 120");
        assertThat(words("""
                {'all':[{'fact':'event.total','op':'less','value':9},{'any':[{'fact':'event.city','op':'equal','value':'Oslo'},
                {'fact':'event.city','op':'missing'}]}]}
                """)).isEqualTo("Total is less than 9 and (City is Oslo or City is not set)");
    }

    @Test
    void shouldSayNothingWhenThereIsNoRule() {
        assertThat(RuleWords.of((Object) null, SomeFacts.FACTS, SomeFacts.ENGLISH))
                .isEmpty();
        assertThat(RuleWords.of(Map.of("all", List.of()), SomeFacts.FACTS, SomeFacts.ENGLISH))
                .isEmpty();
    }

    @Test
    void shouldShowWhatItCannotRead() {
        assertThat(words("{'script':'return 1'}")).isEqualTo("{script=return 1}");
    }

    private static String words(String json) {
        Object rule = JsonMapper.shared().readValue(json.replace('\'', '"'), Map.class);
        return RuleWords.of(rule, SomeFacts.FACTS, SomeFacts.ENGLISH);
    }
}
