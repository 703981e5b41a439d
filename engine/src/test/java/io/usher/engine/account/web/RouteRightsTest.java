package io.usher.engine.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

class RouteRightsTest {

    @RestController
    static class Guarded {

        @Needs(Right.ORDER_READ)
        @GetMapping("/api/v1/orders/{id}")
        String order() {
            return "";
        }

        @Needs(Right.CONTACT_EDIT)
        @PostMapping(path = "/api/v1/contacts", consumes = "application/json")
        String contact() {
            return "";
        }

        @PostMapping("/api/v1/sessions")
        String signIn() {
            return "";
        }
    }

    @RestController
    static class Bare {

        @GetMapping("/api/v1/sessions")
        String sessions() {
            return "";
        }
    }

    @Test
    void shouldNotStartWithAHandlerThatHasNoRight() {
        var mapping = mapping(Bare.class);
        assertThatThrownBy(() -> new RouteRights(List.of(mapping), mapping))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/api/v1/sessions")
                .hasMessageContaining("Bare#sessions");
    }

    @Test
    void shouldFindTheRightOfTheHandlerThatTakesTheCall() {
        assertThat(right(MockServerHttpRequest.get("/api/v1/orders/7"))).isEqualTo(Right.ORDER_READ);
        assertThat(right(MockServerHttpRequest.head("/api/v1/orders/7"))).isEqualTo(Right.ORDER_READ);
        assertThat(right(MockServerHttpRequest.get("/api/v1/orders/..%2Fcontacts")))
                .isEqualTo(Right.ORDER_READ);
    }

    @Test
    void shouldFindTheRightOfACallWithAnotherTypeOfBody() {
        assertThat(right(MockServerHttpRequest.post("/api/v1/contacts").header("Content-Type", "text/plain")))
                .isEqualTo(Right.CONTACT_EDIT);
    }

    @Test
    void shouldFindNoRightWhereNothingIs() {
        assertThat(right(MockServerHttpRequest.get("/api/v1/nothing"))).isNull();
        assertThat(right(MockServerHttpRequest.post("/api/v1/orders/7"))).isNull();
    }

    private static Right right(MockServerHttpRequest.BaseBuilder<?> request) {
        var mapping = mapping(Guarded.class);
        var rights = new RouteRights(List.of(mapping), mapping);
        return rights.of(MockServerWebExchange.from(request)).block();
    }

    private static RequestMappingHandlerMapping mapping(Class<?> controller) {
        var context = new StaticApplicationContext();
        context.registerSingleton("controller", controller);
        context.refresh();
        var mapping = new RequestMappingHandlerMapping();
        mapping.setApplicationContext(context);
        mapping.afterPropertiesSet();
        return mapping;
    }
}
