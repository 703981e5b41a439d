package io.usher.designer.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.usher.designer.account.OwnPassword;
import io.usher.designer.account.PersonMenu;
import io.usher.designer.account.SamePlace;
import io.usher.designer.account.SignOut;
import io.usher.designer.account.SignedIn;
import io.usher.designer.account.WorkspaceNamed;
import io.usher.designer.engine.AccountClient;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.EngineProperties;
import io.usher.designer.engine.EngineWatch;
import io.usher.designer.events.EventNavigation;
import io.usher.designer.eventtypes.EventTypeNavigation;
import io.usher.designer.journeys.JourneyNavigation;
import io.usher.designer.look.Brand;
import io.usher.designer.look.EngineNotice;
import io.usher.designer.look.Icon;
import io.usher.designer.look.PageHead;
import io.usher.designer.messages.MessageNavigation;
import io.usher.designer.settings.SettingsNavigation;
import io.usher.designer.status.StatusNavigation;
import io.usher.designer.workflows.WorkflowNavigation;
import jakarta.annotation.security.PermitAll;
import java.util.Set;

/** The frame of every page behind the sign-in. */
@Layout
@PermitAll
public class MainLayout extends AppLayout implements AfterNavigationObserver {

    private final PageHead head = new PageHead();

    public MainLayout(
            AuthenticationContext authentication,
            OwnPassword password,
            SignOut signOut,
            EngineWatch watch,
            EngineProperties properties,
            EngineCalls calls,
            AccountClient engine) {
        setPrimarySection(Section.DRAWER);
        addToDrawer(home(), navigation());
        authentication.getAuthenticatedUser(SignedIn.class).ifPresent(signedIn -> {
            addToDrawer(new PersonMenu(signedIn, password, signOut));
            addAttachListener(attached -> nameTheWorkspace(attached.getUI(), signedIn, calls, engine));
        });

        addToNavbar(new EngineNotice(watch, properties));
        addAttachListener(attached -> SamePlace.goBack(attached.getUI()));
    }

    /** It may be called otherwise than when the person signed in. */
    private void nameTheWorkspace(UI ui, SignedIn signedIn, EngineCalls calls, AccountClient engine) {
        calls.run(
                this,
                () -> engine.me(signedIn.token()).workspace().name(),
                name -> ComponentUtil.fireEvent(ui, new WorkspaceNamed(ui, name)),
                failure -> {
                    // the notice above the page says that the engine is away
                });
    }

    private static RouterLink home() {
        var home = new RouterLink("", WorkflowNavigation.list());
        home.add(new Brand());
        home.addClassName("us-home");
        return home;
    }

    private Div navigation() {
        var items = new SideNav();
        items.getElement().setAttribute("aria-label", getTranslation("navigation"));
        items.addItem(
                withPagesOfOne(
                        new SideNavItem(
                                getTranslation("workflows.title"), WorkflowNavigation.list(), Icon.WORKFLOWS.draw()),
                        "workflow"),
                new SideNavItem(
                        getTranslation("event-types.title"), EventTypeNavigation.list(), Icon.EVENT_TYPES.draw()),
                new SideNavItem(getTranslation("events.title"), EventNavigation.history(), Icon.EVENTS.draw()),
                withPagesOfOne(
                        new SideNavItem(
                                getTranslation("journeys.title"), JourneyNavigation.list(), Icon.JOURNEYS.draw()),
                        "journey"),
                withPagesOfOne(
                        new SideNavItem(
                                getTranslation("messages.title"), MessageNavigation.list(), Icon.MESSAGES.draw()),
                        "message"),
                new SideNavItem(getTranslation("status.title"), StatusNavigation.view(), Icon.STATUS.draw()),
                withPagesOfOne(
                        new SideNavItem(
                                getTranslation("settings.title"), SettingsNavigation.first(), Icon.SETTINGS.draw()),
                        "settings"));
        var scroller = new Div(items);
        scroller.addClassName("us-navigation");
        return scroller;
    }

    /** The item is marked as the current one on the page of one thing of its list too. */
    private static SideNavItem withPagesOfOne(SideNavItem list, String path) {
        list.setPathAliases(Set.of(path));
        list.setMatchNested(true);
        return list;
    }

    /** The name of a page stands in the page, as its first line. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var view = getContent();
        if (view instanceof HasDynamicTitle titled && !(view instanceof PageHead.Own)) {
            head.show(titled.getPageTitle());
            if (!view.getElement().equals(head.getElement().getParent())) {
                head.getElement().removeFromParent();
                view.getElement().insertChild(0, head.getElement());
            }
        }
    }
}
