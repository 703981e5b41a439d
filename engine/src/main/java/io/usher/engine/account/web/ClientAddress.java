package io.usher.engine.account.web;

import org.springframework.http.server.reactive.ServerHttpRequest;

/** Where a request comes from; proxy headers count only when {@code server.forward-headers-strategy} is set. */
final class ClientAddress {

    private ClientAddress() {}

    static String of(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? "unknown"
                : remote.getAddress().getHostAddress();
    }
}
