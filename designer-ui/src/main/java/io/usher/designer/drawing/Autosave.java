package io.usher.designer.drawing;

import com.vaadin.flow.component.UI;
import io.usher.designer.drawing.Saving.Away;
import io.usher.designer.drawing.Saving.Busy;
import io.usher.designer.drawing.Saving.Conflict;
import io.usher.designer.drawing.Saving.Refused;
import io.usher.designer.drawing.Saving.Saved;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.EngineException;
import io.usher.designer.engine.EngineException.Stale;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Saves what is drawn by itself: one document at a time, the newest next, again and again while the engine is away. All
 * of it happens with the page's session locked, only the calls do not.
 */
class Autosave {

    /** What is told about the saving. */
    interface Heard {

        void state(Saving state);

        /** The engine has this document under this tag; more may have been drawn since. */
        void stored(String bpmn, String tag);
    }

    static final Duration QUIET = Duration.ofMillis(800);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    private final EngineCalls calls;
    private final UI ui;
    private final BiFunction<String, String, String> save;
    private final Heard heard;
    private final Duration pause;
    private final Clock clock = Clock.systemUTC();
    private final List<Runnable> whenSaved = new ArrayList<>();
    /** Read by calls too. */
    private volatile String document = "";

    private String stored = "";
    private String etag = "";
    private Saving state = new Saved(Instant.EPOCH);
    private boolean calling;
    private int failures;
    private int timer;
    private volatile int round;

    /**
     * @param save saves a document over the one with a tag and answers the new tag; called on a virtual thread
     * @param heard hears every change of state
     * @param pause before the first new try
     */
    Autosave(EngineCalls calls, UI ui, BiFunction<String, String, String> save, Heard heard, Duration pause) {
        this.calls = calls;
        this.ui = ui;
        this.save = save;
        this.heard = heard;
        this.pause = pause;
    }

    /** From here on: the engine has this document under this tag since then. */
    void begin(String bpmn, String tag, Instant since) {
        document = bpmn;
        stored = bpmn;
        etag = tag;
        failures = 0;
        round++;
        timer++;
        become(new Saved(since));
    }

    /** What is drawn next was drawn over the draft with this tag, whatever the engine has. */
    void base(String tag) {
        etag = tag;
    }

    /** Somebody else has saved another one while this one is not saved. */
    void conflict(Stale stale) {
        timer++;
        become(new Conflict(stale));
    }

    String document() {
        return document;
    }

    String etag() {
        return etag;
    }

    /** Goes up with every save that begins or ends, so that an older look at the draft is known as such. */
    int round() {
        return round;
    }

    boolean isUnsaved() {
        return !document.equals(stored);
    }

    boolean isCalling() {
        return calling;
    }

    Saving state() {
        return state;
    }

    /** Something was drawn: saved after a short quiet. */
    void drawn(String bpmn) {
        if (bpmn.equals(document)) {
            return;
        }
        document = bpmn;
        if (state instanceof Conflict) {
            return;
        }
        if (!isUnsaved() && !calling) {
            timer++;
            become(new Saved(clock.instant()));
            return;
        }
        if (!(state instanceof Away)) {
            become(new Busy());
            after(QUIET);
        }
    }

    /** Saves at once what is not saved. */
    void now() {
        if (isUnsaved() && !calling && !(state instanceof Conflict)) {
            send();
        }
    }

    /** Saves at once, and does this when the engine has all of it; does nothing when that fails. */
    void then(Runnable next) {
        whenSaved.clear();
        if (!isUnsaved() && !calling) {
            next.run();
        } else if (!(state instanceof Conflict)) {
            whenSaved.add(next);
            now();
        }
    }

    /** The person has decided that this document counts, over the one with this tag. */
    void keepMine(String tag) {
        etag = tag;
        become(new Busy());
        if (!calling) {
            send();
        }
    }

    private void after(Duration delay) {
        int mine = ++timer;
        calls.later(ui, delay, () -> {
            if (mine == timer) {
                now();
            }
        });
    }

    private void send() {
        timer++;
        round++;
        calling = true;
        var sent = document;
        var over = etag;
        become(state instanceof Away ? state : new Busy());
        calls.run(ui, () -> save.apply(sent, over), tag -> saved(sent, tag), this::failed);
    }

    private void saved(String sent, String tag) {
        calling = false;
        failures = 0;
        round++;
        stored = sent;
        etag = tag;
        heard.stored(sent, tag);
        if (isUnsaved()) {
            become(new Busy());
            send();
            return;
        }
        become(new Saved(clock.instant()));
        var next = List.copyOf(whenSaved);
        whenSaved.clear();
        next.forEach(Runnable::run);
    }

    private void failed(EngineException failure) {
        calling = false;
        round++;
        whenSaved.clear();
        switch (failure) {
            case Stale stale -> become(new Conflict(stale));
            case EngineException.Refused refused ->
                become(new Refused(refused.problem().text()));
            case EngineException.Away away -> again();
            case EngineException.TooManyTries tooMany -> again();
            case EngineException.SignedOut signedOut -> again();
        }
    }

    private void again() {
        become(new Away());
        var wait = pause.multipliedBy(1L << Math.min(failures++, 4));
        after(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    private void become(Saving next) {
        state = next;
        heard.state(next);
    }
}
