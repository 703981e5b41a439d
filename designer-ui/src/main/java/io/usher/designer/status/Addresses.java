package io.usher.designer.status;

import com.vaadin.flow.server.VaadinServletRequest;

/** Where the person's browser found this designer. */
final class Addresses {

    private Addresses() {}

    static String here() {
        var request = VaadinServletRequest.getCurrent();
        var address = request.getScheme() + "://" + request.getServerName();
        return isDefaultPort(request) ? address : address + ":" + request.getServerPort();
    }

    private static boolean isDefaultPort(VaadinServletRequest request) {
        return request.getServerPort() == ("https".equals(request.getScheme()) ? 443 : 80);
    }
}
