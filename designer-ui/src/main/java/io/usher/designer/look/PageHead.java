package io.usher.designer.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;

/** The first line of a page: what it is called, beside the button that folds the pages at the side away. */
public class PageHead extends Header {

    /** A page that has a head of its own. */
    public interface Own {}

    private final H1 title = new H1();

    public PageHead() {
        addClassName("us-page-head");
        add(toggle(this), title);
    }

    public void show(String words) {
        title.setText(words);
    }

    /** The button that folds the pages at the side away and brings them back. */
    public static DrawerToggle toggle(Component speaker) {
        var toggle = new DrawerToggle();
        toggle.setAriaLabel(speaker.getTranslation("navigation.toggle"));
        return toggle;
    }
}
