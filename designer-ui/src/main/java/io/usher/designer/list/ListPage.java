package io.usher.designer.list;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteConfiguration;

/** A page with a list, narrowed by filters that stand in its address. */
public abstract class ListPage extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private final String title;
    private final String[] names;
    private volatile Filter filter = Filter.none();

    /** @param names of the filters in the address */
    protected ListPage(String titleKey, String... names) {
        this.title = getTranslation(titleKey);
        this.names = names.clone();
        addClassNames("us-page", "us-list-page");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        narrow(Filter.of(entering.getLocation().getQueryParameters(), names));
    }

    /** What the list is narrowed to now; other threads read it too. */
    protected Filter filter() {
        return filter;
    }

    /** To another filter, as a step of its own in the browser's history. */
    protected void go(Filter asked) {
        UI.getCurrent().navigate(getClass(), asked.parameters());
    }

    /** To another filter in the place of the one before, as while somebody types: Back does not go letter by letter. */
    protected void goOn(Filter asked) {
        var path = RouteConfiguration.forSessionScope().getUrl(getClass());
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(path, asked.parameters()));
        narrow(asked);
    }

    private void narrow(Filter asked) {
        boolean other = !asked.equals(filter);
        filter = asked;
        BackLink.leave(UI.getCurrent(), getClass(), asked.parameters());
        narrowed(asked, other);
    }

    /** The filter is this one; {@code other} than the one before. */
    protected abstract void narrowed(Filter asked, boolean other);
}
