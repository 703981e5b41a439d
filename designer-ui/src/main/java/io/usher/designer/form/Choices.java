package io.usher.designer.form;

import com.vaadin.flow.component.Component;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.EngineException;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.rules.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the fields of one form offer: facts, segments and event types, as the engine last told them. */
final class Choices {

    private final EngineCalls calls;
    private final FormClients engine;
    private final SessionToken token;
    private final String workflowId;
    private final List<Runnable> told = new ArrayList<>();
    private final NewThing.Begun newSegment = new NewThing.Begun();
    private final NewThing.Begun newEventType = new NewThing.Begun();
    private Facts facts = Facts.none();
    private final List<Named> made = new ArrayList<>();
    private List<Named> segments = List.of();
    private List<Named> eventTypes = List.of();

    Choices(EngineCalls calls, FormClients engine, SessionToken token, String workflowId) {
        this.calls = calls;
        this.engine = engine;
        this.token = token;
        this.workflowId = workflowId;
    }

    Facts facts() {
        return facts;
    }

    List<Named> segments() {
        return segments;
    }

    List<Named> eventTypes() {
        return eventTypes;
    }

    NewThing.Begun newSegment() {
        return newSegment;
    }

    NewThing.Begun newEventType() {
        return newEventType;
    }

    void onNews(Runnable told) {
        this.told.add(told);
    }

    /** Asks for all of them; without an answer the fields go on with what they have, and take what is typed. */
    void load(Component owner) {
        ask(owner, () -> engine.facts().ofWorkflow(token, workflowId), answer -> facts = answer);
        ask(owner, () -> engine.segments().all(token), answer -> segments = withMade(answer));
        ask(owner, () -> engine.eventTypes(token), answer -> eventTypes = answer);
    }

    void createSegment(Component owner, Named segment, Consumer<Named> done, Consumer<EngineException> failed) {
        calls.run(
                owner,
                () -> engine.segments().create(token, segment),
                segmentMade -> {
                    made.add(segmentMade);
                    segments = withMade(segments);
                    done.accept(segmentMade);
                    news();
                    load(owner);
                },
                failed);
    }

    void createEventType(Component owner, Named type, Consumer<Named> done, Consumer<EngineException> failed) {
        calls.run(
                owner,
                () -> engine.createEventType(token, type),
                made -> {
                    eventTypes = with(eventTypes, made);
                    done.accept(made);
                    news();
                },
                failed);
    }

    private <T> void ask(Component owner, java.util.function.Supplier<T> call, Consumer<T> keep) {
        if (owner.getUI().isEmpty()) {
            return;
        }
        calls.run(
                owner,
                call,
                answer -> {
                    keep.accept(answer);
                    news();
                },
                failure -> {});
    }

    private void news() {
        List.copyOf(told).forEach(Runnable::run);
    }

    /** Those that were made here are known, also to an answer that was asked for before. */
    private List<Named> withMade(List<Named> answered) {
        var all = new ArrayList<>(answered);
        made.stream()
                .filter(one -> answered.stream().noneMatch(known -> known.key().equals(one.key())))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static List<Named> with(List<Named> known, Named made) {
        var more = new ArrayList<>(known);
        more.add(made);
        return List.copyOf(more);
    }
}
