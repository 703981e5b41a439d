package io.usher.engine.platform.words;

import io.swagger.v3.oas.annotations.media.Schema;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Reason.Decimal;
import io.usher.engine.shared.Reason.Moment;
import io.usher.engine.shared.Reason.Nested;
import io.usher.engine.shared.Reason.Span;
import io.usher.engine.shared.Reason.Text;
import io.usher.engine.shared.Reason.Texts;
import io.usher.engine.shared.Reason.Value;
import io.usher.engine.shared.Reason.Whole;
import io.usher.engine.shared.Reason.YesNo;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A reason as the API answers it. */
@Schema(name = "Reason", description = "Why something is as it is: a code with arguments, and the words for them")
public record ReasonAnswer(
        @Schema(description = "Stable; programs decide by it")
        String code,

        @Schema(
                description =
                        "What the sentence tells with, by name: texts, numbers, true or false, ISO instants and durations,"
                                + " lists of texts, and reasons inside it. Of what earlier versions stored there is the sentence only.")
        Map<String, Object> args,

        @Schema(
                description =
                        "A sentence in the language of Accept-Language (en, sv), times in the zone of Prefer: timezone")
        String text) {

    public static ReasonAnswer of(Reason reason, Wording wording) {
        var args = new LinkedHashMap<String, Object>();
        if (!reason.topic().equals(Reason.TOLD)) {
            reason.arguments().forEach((name, value) -> args.put(name, plain(value, wording)));
        }
        return new ReasonAnswer(reason.code(), args, wording.of(reason));
    }

    private static Object plain(Value value, Wording wording) {
        return switch (value) {
            case Text(String text) -> text;
            case Whole(long whole) -> whole;
            case Decimal(BigDecimal decimal) -> decimal;
            case YesNo(boolean truth) -> truth;
            case Moment(Instant at) -> at;
            case Span(Duration time) -> time.toString();
            case Texts(List<String> texts) -> texts;
            case Nested(List<Reason> reasons) ->
                reasons.stream().map(each -> of(each, wording)).toList();
        };
    }
}
