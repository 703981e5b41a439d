package io.usher.designer.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.usher.designer.account.SignedIn;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.events.EventNavigation;
import io.usher.designer.list.Notice;
import io.usher.designer.list.Skeleton;
import io.usher.designer.list.Texts;
import io.usher.designer.list.TimeText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The page of one thing that events, journeys and messages lead to: what is known of it, and what happened lately. */
abstract class OnePage<T> extends Div implements HasDynamicTitle {

    private final EngineCalls calls;
    private final SessionToken token;
    private final String title;
    private final Notice notice = new Notice();
    private final Skeleton skeleton = new Skeleton();
    private final Div content = new Div();
    private volatile String id = "";

    OnePage(EngineCalls calls, AuthenticationContext authentication, String titleKey) {
        this.calls = calls;
        token = authentication
                .getAuthenticatedUser(SignedIn.class)
                .orElseThrow()
                .token();
        title = getTranslation(titleKey);
        addClassNames("us-page", "us-one");
        content.addClassName("us-one-content");
        add(notice, skeleton, content);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    /** One contact may lead to another: the page is drawn anew for each, and nothing of the one before is left. */
    void show(String wanted) {
        id = wanted;
        content.removeAll();
        if (isAttached()) {
            ask();
        } else {
            addAttachListener(attached -> {
                attached.unregisterListener();
                ask();
            });
        }
    }

    private void ask() {
        var asked = id;
        notice.clear();
        skeleton.show(true);
        calls.run(
                this,
                () -> read(token, asked),
                found -> {
                    if (asked.equals(id)) {
                        skeleton.hide();
                        content.removeAll();
                        draw(found, content);
                    }
                },
                failure -> {
                    if (asked.equals(id)) {
                        skeleton.hide();
                        notice.show(failure, this::ask);
                    }
                });
    }

    /** Reads it; blocks. */
    abstract T read(SessionToken token, String wanted);

    abstract void draw(T found, Div page);

    static Div headline(String name, Component below) {
        var words = new Div(new Div(new H2(name)), new Paragraph(below));
        words.addClassName("us-one-title");
        var headline = new Div(words);
        headline.addClassName("us-one-head");
        return headline;
    }

    static Div columns(List<Section> main, List<Section> beside) {
        var left = new Div();
        left.addClassName("us-stack");
        main.forEach(left::add);
        var right = new Div();
        right.addClassName("us-stack");
        beside.forEach(right::add);
        var columns = new Div(left, right);
        columns.addClassName("us-columns");
        return columns;
    }

    Section section(String titleKey, Component inside) {
        var section = new Section(new H3(getTranslation(titleKey)), inside);
        section.addClassName("us-section");
        return section;
    }

    /** The latest of something, and the way to all of them. */
    <R> Section latest(String titleKey, List<R> rows, Function<R, ListItem> line, Optional<RouterLink> all) {
        if (rows.isEmpty()) {
            return section(titleKey, Texts.soft(getTranslation("people.none")));
        }
        var list = new UnorderedList();
        list.addClassName("us-latest");
        rows.forEach(row -> list.add(line.apply(row)));
        var section = section(titleKey, list);
        all.ifPresent(link -> {
            link.addClassName("us-all");
            section.add(link);
        });
        return section;
    }

    ListItem event(PersonClient.Event event) {
        var key = event.keyValue();
        var name = key == null ? event.typeName() : event.typeName() + " " + key;
        return line(EventNavigation.event(name, event.id()), Texts.said(event.summary()), event.acceptedAt());
    }

    static ListItem line(RouterLink what, Component state, @Nullable Instant at) {
        what.getElement().setAttribute("title", what.getText());
        var item = new ListItem(what, state);
        if (at != null) {
            item.add(TimeText.toTheMinute(at));
        }
        return item;
    }
}
