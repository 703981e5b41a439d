package io.usher.designer.contacts;

import com.vaadin.flow.router.RouterLink;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The ways to one contact and to one order. */
public final class ContactNavigation {

    /** Where the address of an order's page says which one. */
    public static final String ORDER_ID = "id";

    /** The types of the events that the engine makes of an order's statuses: {@code order<STATUS>}, keyed by the order's id. */
    private static final Pattern OF_ORDERS = Pattern.compile("order[A-Z][A-Z_]*");

    private ContactNavigation() {}

    /** A link to one contact. */
    public static RouterLink contact(String text, String id) {
        return link(text, "contact/" + encoded(id));
    }

    /** A link to one order. */
    public static RouterLink order(String id) {
        return link(id, "order?" + ORDER_ID + "=" + encoded(id));
    }

    /** Whether the key of an event of this type is the id of an order. */
    public static boolean isOrderKey(String eventType) {
        return OF_ORDERS.matcher(eventType).matches();
    }

    private static RouterLink link(String text, String path) {
        var link = new RouterLink();
        link.setText(text);
        link.getElement().setAttribute("href", path);
        return link;
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
