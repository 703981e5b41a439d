package io.usher.engine.rule.internal;

import io.usher.engine.platform.words.Sentences;
import io.usher.engine.platform.words.Wording;
import io.usher.engine.rule.Rule;
import java.time.ZoneOffset;
import java.util.Locale;

/** A verdict in English words. */
record Told(boolean holds, String text) {

    private static final Wording ENGLISH = new Wording(new Sentences(), Locale.ENGLISH, ZoneOffset.UTC, false);

    static Told told(Judge judge, Rule rule) {
        var verdict = judge.judge(rule);
        return new Told(verdict.holds(), ENGLISH.of(verdict.reason()));
    }
}
