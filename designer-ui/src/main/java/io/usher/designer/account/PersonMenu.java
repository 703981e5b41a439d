package io.usher.designer.account;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import io.usher.designer.look.Appearance;
import java.util.EnumMap;
import java.util.Map;

/** Who is signed in, how things should look, the own password, and the way out. */
public class PersonMenu extends MenuBar {

    private final SignedIn signedIn;
    private final Span workspace = new Span();
    private final Map<Appearance, MenuItem> appearances = new EnumMap<>(Appearance.class);

    public PersonMenu(SignedIn signedIn, OwnPassword password, SignOut signOut) {
        this.signedIn = signedIn;
        addClassName("us-person");
        addThemeVariants(MenuBarVariant.TERTIARY);
        var face = new Avatar(signedIn.getName());
        face.getElement().setAttribute("aria-hidden", "true");
        workspace.setText(signedIn.person().workspace().name());
        var names = new Div(new Span(signedIn.getName()), workspace);
        names.addClassName("us-person-names");
        var root = addItem(new Div(face, names));
        root.setAriaLabel(getTranslation("person.menu", signedIn.getName()));

        for (var appearance : Appearance.values()) {
            var item = root.getSubMenu().addItem(getTranslation(appearance.text()), click -> choose(appearance));
            item.setCheckable(true);
            appearances.put(appearance, item);
        }
        root.getSubMenu().addSeparator();
        root.getSubMenu()
                .addItem(
                        getTranslation("password.title"),
                        click -> getUI().ifPresent(ui -> password.change(ui, signedIn)))
                .setId("change-password");
        root.getSubMenu()
                .addItem(getTranslation("sign-out"), click -> signOut.now())
                .setId("sign-out");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        // the page belongs to this session of the engine, whoever signs in after it
        ComponentUtil.setData(attached.getUI(), SignedIn.class, signedIn);
        BrowserTraces.belongTo(attached.getUI(), signedIn.person().workspace().id() + ":" + signedIn.getName());
        var named =
                ComponentUtil.addListener(attached.getUI(), WorkspaceNamed.class, now -> workspace.setText(now.name()));
        addDetachListener(detached -> {
            named.remove();
            detached.unregisterListener();
        });
        Appearance.remembered(attached.getUI(), this::check);
    }

    private void choose(Appearance appearance) {
        check(appearance);
        getUI().ifPresent(appearance::apply);
    }

    private void check(Appearance chosen) {
        appearances.forEach((appearance, item) -> item.setChecked(appearance == chosen));
    }
}
