package io.usher.engine.account.web;

import io.swagger.v3.oas.models.Operation;
import io.usher.engine.account.Needs;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** The description of the API says of each call which right it needs, as {@code x-right}. */
@Component
class RightsInApi implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var needs = handler.getMethodAnnotation(Needs.class);
        if (needs != null) {
            operation.addExtension("x-right", needs.value().key());
        }
        return operation;
    }
}
