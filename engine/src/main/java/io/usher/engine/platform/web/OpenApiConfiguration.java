package io.usher.engine.platform.web;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the API says about all calls: how to sign in, and what a refusal looks like. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String BASIC = "basic";
    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI usherApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Usher")
                        .version("v1")
                        .description(
                                "Events in, journeys run, history kept. Lists are paged by an opaque cursor, times are"
                                        + " ISO instants, refusals are application/problem+json. An id in a path is"
                                        + " percent-encoded (/ as %2F) and may hold any character but controls. Bodies may"
                                        + " be sent with Content-Encoding: gzip."))
                .components(new Components()
                        .addSecuritySchemes(BASIC, scheme(BASIC, "Any user name; the password is an API key"))
                        .addSecuritySchemes(BEARER, scheme(BEARER, "An API key or a session token")))
                .addSecurityItem(new SecurityRequirement().addList(BASIC))
                .addSecurityItem(new SecurityRequirement().addList(BEARER))
                .tags(tags());
    }

    @Bean
    OpenApiCustomizer problemsInApi() {
        return api -> {
            ModelConverters.getInstance(true)
                    .readAll(ProblemBody.class)
                    .forEach((name, schema) -> api.getComponents().addSchemas(schemaName(name), schema));
            if (api.getPaths() != null) {
                api.getPaths().values().stream()
                        .flatMap(path -> path.readOperations().stream())
                        .forEach(OpenApiConfiguration::addProblem);
            }
        };
    }

    private static String schemaName(String name) {
        return name.equals(ProblemBody.class.getSimpleName()) ? PROBLEM : name;
    }

    private static void addProblem(Operation operation) {
        var problem = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM));
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("Refused; type names the problem, errors the fields")
                                .content(new Content().addMediaType("application/problem+json", problem)));
    }

    private static SecurityScheme scheme(String name, String description) {
        return new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(name).description(description);
    }

    private static List<Tag> tags() {
        return List.of(
                tag("Events", "Send events and read what became of them"),
                tag("Event types", "What events mean"),
                tag("Orders", "Orders, upserted by their external id"),
                tag("Workflows", "Draw, link, activate, pause"),
                tag("Samples", "Workflows to begin from"),
                tag("Journeys", "One contact's run through one version, with its trail"),
                tag("Contacts", "People, their identifiers and consents"),
                tag("Segments", "Lists of contacts"),
                tag("Messages", "What was sent, held or dropped, and why"),
                tag("Account", "Sign in, sign out, the own password"),
                tag("API keys", "Keys of outside programs; for signed-in people only"));
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }
}
