package io.usher.engine.message.internal.template;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import liqp.Insertions;
import liqp.TemplateContext;
import liqp.TemplateParser;
import liqp.exceptions.LiquidException;
import liqp.filters.Filters;
import liqp.nodes.LNode;
import liqp.org.antlr.v4.runtime.ParserRuleContext;
import liqp.org.antlr.v4.runtime.tree.ParseTree;
import liqp.parser.Flavor;
import liqp.parser.v4.NodeVisitor;
import liquid.parser.v4.LiquidParser;
import org.jspecify.annotations.Nullable;

/**
 * The library set up for one kind of output. Each place that prints a value ({@code {{ }}} and {@code cycle}) goes through
 * {@code print}, so nothing reaches the output past it; {@code include} is refused while the template is read.
 */
final class Liquid {

    private static final long CACHED_CHARACTERS = 5_000_000;

    private final TemplateParser parser;
    private final UnaryOperator<@Nullable Object> print;
    private final Cache<String, ParseTree> read = Caffeine.newBuilder()
            .maximumWeight(CACHED_CHARACTERS)
            .weigher((String source, ParseTree tree) -> source.length() + 100)
            .build();

    private Liquid(Filters filters, UnaryOperator<@Nullable Object> print) {
        this.print = print;
        var builder = new TemplateParser.Builder()
                .withFlavor(Flavor.LIQUID)
                .withErrorMode(TemplateParser.ErrorMode.STRICT)
                .withStrictTypedExpressions(false)
                .withLocale(Locale.ENGLISH)
                .withDefaultTimeZone(ZoneOffset.UTC)
                .withMaxIterations(Limits.ITERATIONS)
                .withMaxSizeRenderedString(Limits.OUTPUT)
                .withNameResolver(name -> {
                    throw new IllegalStateException("include is refused");
                })
                .withRenderTransformer(new BoundedOutput());
        filters.values().forEach(builder::withFilter);
        this.parser = builder.build();
    }

    static Liquid html(Clock clock) {
        return new Liquid(OwnFilters.all(clock, true), Html::html);
    }

    static Liquid text(Clock clock) {
        return new Liquid(OwnFilters.all(clock, false), value -> value == null ? null : Html.plain(value));
    }

    /** Reads the template, all of it, without rendering. */
    LNode node(String template) {
        var tree = read.get(template, source -> parser.parse(source).getParseTree());
        return new Printing(parser.insertions, parser.filters).visit(tree);
    }

    String render(String template, Map<String, @Nullable Object> model) {
        var node = node(template);
        return Budget.within(() -> String.valueOf(node.render(new TemplateContext(parser, model))));
    }

    private final class Printing extends NodeVisitor {

        Printing(Insertions insertions, Filters filters) {
            super(insertions, filters, true);
        }

        @Override
        public LNode visitOutput(LiquidParser.OutputContext context) {
            return printed(super.visitOutput(context));
        }

        @Override
        public LNode visitCycle_tag(LiquidParser.Cycle_tagContext context) {
            return printed(super.visitCycle_tag(context));
        }

        @Override
        public LNode visitInclude_tag(LiquidParser.Include_tagContext context) {
            throw refused("include", context);
        }

        @Override
        public LNode visitInclude_relative_tag(LiquidParser.Include_relative_tagContext context) {
            throw refused("include_relative", context);
        }

        private LNode printed(LNode node) {
            return context -> {
                Budget.step();
                return print.apply(node.render(context));
            };
        }

        private LiquidException refused(String tag, ParserRuleContext context) {
            return new LiquidException(tag + " is not available in templates", context);
        }
    }
}
