package io.usher.engine.message.internal.template;

import io.usher.engine.message.internal.template.Budget.ExceededException;
import liqp.RenderTransformer;
import liqp.TemplateContext;

/** Collects what blocks render, up to the limit. */
final class BoundedOutput implements RenderTransformer {

    @Override
    public ObjectAppender.Controller newObjectAppender(TemplateContext context, int estimatedNumberOfAppends) {
        Budget.step();
        return new Bounded();
    }

    @Override
    public Object transformObject(TemplateContext context, Object rendered) {
        return rendered.toString();
    }

    private static final class Bounded implements ObjectAppender.Controller {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void append(Object part) {
            Budget.step();
            text.append(part);
            if (text.length() > Limits.OUTPUT) {
                throw new ExceededException("makes more than " + Limits.OUTPUT + " characters");
            }
        }

        @Override
        public Object getResult() {
            return text.toString();
        }
    }
}
