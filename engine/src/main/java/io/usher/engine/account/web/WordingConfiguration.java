package io.usher.engine.account.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.usher.engine.platform.words.Wording;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** Calls that answer sentences: how they learn who reads, and what the description of the API says of it. */
@Configuration(proxyBeanMethods = false)
class WordingConfiguration implements WebFluxConfigurer {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Wording.class);
    }

    private final WordingResolver resolver;

    WordingConfiguration(WordingResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(resolver);
    }

    @Bean
    static OperationCustomizer wordsInApi() {
        return WordingConfiguration::describe;
    }

    private static Operation describe(Operation operation, HandlerMethod handler) {
        boolean says = Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == Wording.class);
        if (says) {
            operation.addParametersItem(header(
                    HttpHeaders.ACCEPT_LANGUAGE,
                    "Language of sentences: en or sv; else the workspace's, else English",
                    "sv"));
            operation.addParametersItem(header(
                    WordingWish.PREFER,
                    "timezone=\"...\": zone of times in sentences; else the workspace's, and then they say their zone",
                    "timezone=\"Europe/Stockholm\""));
        }
        return operation;
    }

    private static HeaderParameter header(String name, String description, String example) {
        var parameter = new HeaderParameter();
        parameter.name(name).description(description).example(example).schema(new StringSchema());
        return parameter;
    }
}
