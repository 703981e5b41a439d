package io.usher.designer.engine;

import java.net.http.HttpClient;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * How the designer calls the engine. Each resource of its API is an interface with {@code @HttpExchange} beside the screens that
 * show it; here is what all of them have in common. Calls block, so they belong on a virtual thread and never under a
 * session's lock.
 */
@Configuration
@ImportHttpServices(group = "engine", basePackages = "io.usher.designer")
public class EngineHttp {

    /** Changes only the fields it names. */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    @Bean
    static RestClientHttpServiceGroupConfigurer engineGroup(EngineProperties properties) {
        return groups -> {
            groups.forEachClient((group, http) -> http(http, properties));
            groups.forEachProxyFactory((group, proxies) -> proxies(proxies));
        };
    }

    /** A client of one resource, outside of the application too. */
    public static <T> T client(EngineProperties properties, Class<T> resource) {
        var http = RestClient.builder();
        http(http, properties);
        var proxies = HttpServiceProxyFactory.builder().exchangeAdapter(RestClientAdapter.create(http.build()));
        proxies(proxies);
        return proxies.build().createClient(resource);
    }

    private static void http(RestClient.Builder http, EngineProperties properties) {
        var jdk = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(properties.connectTimeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        var factory = new JdkClientHttpRequestFactory(jdk);
        factory.setReadTimeout(properties.readTimeout());
        http.requestFactory(factory)
                .defaultRequest(call -> Reader.now().ifPresent(reader -> call.headers(said(reader))))
                .uriBuilderFactory(new EnginePaths(properties.url().toString()))
                .defaultStatusHandler(status -> !status.is2xxSuccessful(), (request, response) -> {
                    if (!Failures.isHealth(request, response)) {
                        throw Failures.of(response);
                    }
                });
    }

    /** In which language sentences are answered, and by whose clock. */
    private static Consumer<HttpHeaders> said(Reader reader) {
        return headers -> {
            headers.set(HttpHeaders.ACCEPT_LANGUAGE, reader.locale().toLanguageTag());
            headers.set("Prefer", "timezone=\"" + reader.zone().getId() + "\"");
        };
    }

    private static void proxies(HttpServiceProxyFactory.Builder proxies) {
        proxies.exchangeAdapterDecorator(EngineAdapter::new).customArgumentResolver(new CallArguments());
    }
}
