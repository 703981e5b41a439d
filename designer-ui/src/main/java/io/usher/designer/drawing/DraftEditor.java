package io.usher.designer.drawing;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import io.usher.designer.canvas.Block;
import io.usher.designer.canvas.BpmnDesigner;
import io.usher.designer.canvas.LocalCopy;
import io.usher.designer.drawing.Saving.Away;
import io.usher.designer.drawing.Saving.Busy;
import io.usher.designer.drawing.Saving.Conflict;
import io.usher.designer.drawing.Saving.Refused;
import io.usher.designer.drawing.Saving.Saved;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.EngineException.Stale;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.engine.Tagged;
import io.usher.designer.list.TimeText;
import io.usher.designer.workflows.WorkflowRow.Draft;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The draft on the canvas: saves itself, notices when somebody else changes it, and asks whose counts. What gives way is
 * kept in this browser, so no answer loses anything.
 */
class DraftEditor extends Div {

    private static final int NOTICE_MS = 6000;

    /** Whose drawing this is, and how it is reached. */
    record Place(String workflow, String person, SessionToken token) {}

    /** What the screen wants to know. */
    record Heard(Consumer<Saving> saving, Consumer<String> copyFrom) {}

    private final EngineCalls calls;
    private final DrawingClients engine;
    private final Place place;
    private final Opened opened;
    private final Heard heard;
    private final BpmnDesigner canvas;
    private final AskBar conflict = new AskBar("conflict");
    private final AskBar local = new AskBar("local-copy");
    private final AskBar refused = new AskBar("refused");
    private final AskBar mended = new AskBar("mended").calm();
    private final AskBar unsaved = new AskBar("not-saved");
    private final AskBar crowded = new AskBar("crowded").calm();
    private final KeptCopy kept;
    private final Clock clock = Clock.systemUTC();
    private @Nullable Autosave autosave;
    private KeptCopy.@Nullable Copy broughtBack;

    DraftEditor(EngineCalls calls, DrawingClients engine, Place place, Opened opened, Heard heard) {
        this.calls = calls;
        this.engine = engine;
        this.place = place;
        this.opened = opened;
        this.heard = heard;
        canvas = new BpmnDesigner(opened.blocks());
        kept = new KeptCopy(this, "usher.kept:" + key(), this::offer);
        addClassName("us-draft-editor");
        canvas.setSizeFull();
        canvas.onDrawn(bpmn -> saver().drawn(bpmn));
        canvas.onLocalCopy(this::found);
        canvas.onRefused(
                why -> refused.say(why, refused.choice("refused-close", getTranslation("drawing.close"), () -> {})));
        canvas.onMended(this::mended);
        canvas.onCrowded(this::crowded);
        var bars = new Div(unsaved, conflict, local, refused, mended, crowded);
        bars.addClassName("us-bars");
        add(bars, canvas);
        addAttachListener(attached -> begin(attached.getUI()));
        addDetachListener(detached -> saver().now());
    }

    BpmnDesigner canvas() {
        return canvas;
    }

    List<Block> blocks() {
        return opened.blocks();
    }

    /** A version becomes the draft again. */
    void restore(int n, String bpmn) {
        tryReplace(bpmn, () -> tell(getTranslation("drawing.restored", n)));
    }

    /** As it was drawn last. */
    String document() {
        return saver().document();
    }

    String etag() {
        return saver().etag();
    }

    /** Goes up with every save, see {@link Autosave#round}. */
    int round() {
        return autosave == null ? 0 : autosave.round();
    }

    /** Saves what is not saved without waiting for the quiet. */
    void saveNow() {
        saver().now();
    }

    /** Does this when the engine has everything that is drawn. */
    void whenSaved(Runnable next) {
        canvas.flush(bpmn -> {
            saver().drawn(bpmn);
            saver().then(next);
        });
    }

    /** Another drawing takes the place of this one and is saved; this one can be brought back. */
    void replace(String bpmn) {
        var before = saver().document();
        if (!bpmn.equals(before)) {
            kept.keep(before, now());
            canvas.open(bpmn);
            saver().drawn(bpmn);
            saver().now();
        }
    }

    /** As above with one of unknown worth: only when the canvas can show it. */
    void tryReplace(String bpmn) {
        tryReplace(bpmn, () -> {});
    }

    private void tryReplace(String bpmn, Runnable then) {
        canvas.tryOpen(bpmn, () -> {
            var before = saver().document();
            if (!bpmn.equals(before)) {
                kept.keep(before, now());
            }
            saver().drawn(bpmn);
            saver().now();
            then.run();
        });
    }

    /** Changes places with the copy that was kept. */
    void bringBack() {
        if (broughtBack != null) {
            replace(broughtBack.bpmn());
        }
    }

    /** What the engine has as the draft, seen while {@link #round} was this. */
    void seen(@Nullable Draft draft, int round) {
        if (draft == null
                || saver().isCalling()
                || round != saver().round()
                || tag(draft).equals(etag())) {
            return;
        }
        if (!saver().isUnsaved()) {
            reload(draft);
        } else if (!(saver().state() instanceof Conflict known)
                || !known.stale().etag().equals(tag(draft))) {
            saver().conflict(new Stale(tag(draft), who(draft)));
        }
    }

    private void begin(UI ui) {
        if (autosave != null) {
            return;
        }
        autosave = new Autosave(
                calls,
                ui,
                this::save,
                new Autosave.Heard() {
                    @Override
                    public void state(Saving state) {
                        changed(state);
                    }

                    @Override
                    public void stored(String bpmn, String tag) {
                        if (isAttached()) {
                            canvas.saved(tag, bpmn);
                        } else {
                            canvas.savedLate(ui.getPage(), bpmn);
                        }
                    }
                },
                calls.lookEvery());
        var draft = opened.workflow().draft();
        var since =
                draft == null || draft.changedAt() == null ? opened.workflow().changedAt() : draft.changedAt();
        open(opened.draft(), since);
        kept.look();
    }

    private String save(String bpmn, String over) {
        return engine.drafts().save(place.token(), place.workflow(), bpmn, over);
    }

    private void open(Tagged draft, Instant since) {
        saver().begin(draft.body(), draft.etag(), since);
        canvas.keepCopyAs(key(), UUID.randomUUID().toString(), draft.etag());
        canvas.open(draft.body());
    }

    private void changed(Saving state) {
        heard.saving().accept(state);
        switch (state) {
            case Conflict clash -> ask(clash.stale());
            case Away away -> unsaved.say(getTranslation("drawing.not-saved.away"));
            case Refused refusal -> unsaved.say(getTranslation("drawing.not-saved.refused", refusal.why()));
            // stays while it is tried again, so that nothing jumps
            case Busy busy -> {}
            case Saved saved -> {}
        }
        if (!(state instanceof Conflict)) {
            conflict.close();
        }
        if (state instanceof Saved || state instanceof Conflict) {
            unsaved.close();
        }
    }

    // somebody else

    private void ask(Stale stale) {
        // once the page was left nobody is there to answer: the browser keeps what was drawn
        if (!isAttached()) {
            return;
        }
        conflict.say(
                stale.detail(),
                conflict.choice("take-theirs", getTranslation("drawing.conflict.theirs"), this::takeTheirs),
                conflict.choice("keep-mine", getTranslation("drawing.conflict.mine"), () -> keepMine(stale)),
                look());
        calls.run(
                this,
                () -> engine.workflows().find(place.token(), place.workflow()).draft(),
                draft -> Optional.ofNullable(draft).map(this::who).ifPresent(conflict::reword),
                failure -> conflict.reword(stale.detail()));
    }

    private Button look() {
        var look = new Button(getTranslation("drawing.conflict.look"), click -> readTheirs(this::picture));
        look.setId("look-theirs");
        return look;
    }

    private void picture(Tagged theirs) {
        new PictureDialog(getTranslation("drawing.conflict.picture"), opened.blocks(), theirs.body()).open();
    }

    private void takeTheirs() {
        readTheirs(theirs -> {
            kept.keep(saver().document(), now());
            canvas.dropLocalCopy();
            open(theirs, clock.instant());
        });
    }

    private void keepMine(Stale stale) {
        if (stale.etag().isEmpty()) {
            readTheirs(theirs -> saver().keepMine(theirs.etag()));
        } else {
            saver().keepMine(stale.etag());
        }
    }

    private void readTheirs(Consumer<Tagged> then) {
        calls.run(
                this,
                () -> engine.drafts().read(place.token(), place.workflow()),
                then,
                failure -> changed(saver().state()));
    }

    private void reload(Draft draft) {
        readTheirs(theirs -> {
            if (theirs.etag().equals(etag())) {
                return;
            }
            if (saver().isUnsaved() || saver().isCalling()) {
                saver().conflict(new Stale(theirs.etag(), who(draft)));
                return;
            }
            open(theirs, Objects.requireNonNullElseGet(draft.changedAt(), clock::instant));
            tell(getTranslation("drawing.reloaded", Objects.toString(draft.changedBy(), "")));
        });
    }

    private String who(Draft draft) {
        var at = draft.changedAt() == null ? clock.instant() : draft.changedAt();
        return getTranslation(
                "drawing.conflict", Objects.toString(draft.changedBy(), ""), TimeText.clock(UI.getCurrent(), at));
    }

    // what the browser has

    /** The question stays, and the copy too, until somebody has answered or there is nothing left to ask. */
    private void found(@Nullable LocalCopy copy) {
        if (copy == null) {
            local.close();
            return;
        }
        local.say(
                getTranslation("drawing.local", time(copy.at())),
                local.choice("use-local", getTranslation("drawing.local.use"), () -> use(copy)),
                local.choice("discard-local", getTranslation("drawing.local.discard"), () -> discard(copy)));
    }

    private void use(LocalCopy copy) {
        kept.keep(saver().document(), now());
        // its own slot first: until the engine has it, the browser does
        canvas.takeCopy(copy);
        canvas.open(copy.bpmn());
        saver().base(copy.base());
        saver().drawn(copy.bpmn());
        saver().now();
    }

    private void discard(LocalCopy copy) {
        kept.keep(copy.bpmn(), copy.at());
        canvas.forgetCopy(copy);
    }

    // what another tool has drawn

    /** A document is on the canvas: what was said of one before is over. */
    private void mended(String what) {
        refused.close();
        if (what.isBlank()) {
            mended.close();
        } else {
            mended.say(what, mended.choice("mended-close", getTranslation("drawing.close"), canvas::focusCanvas));
        }
    }

    private void crowded(boolean now) {
        if (now) {
            crowded.say(
                    getTranslation("drawing.crowded"),
                    crowded.choice("crowded-tidy", getTranslation("canvas.tidy"), () -> {
                        canvas.tidy();
                        canvas.focusCanvas();
                    }),
                    crowded.choice("crowded-close", getTranslation("drawing.close"), canvas::focusCanvas));
        } else {
            crowded.close();
        }
    }

    private void offer(KeptCopy.Copy copy) {
        broughtBack = copy;
        heard.copyFrom().accept(time(copy.at()));
    }

    private String time(String at) {
        return TimeText.clock(UI.getCurrent(), Instant.parse(at));
    }

    private String key() {
        return place.workflow() + ":" + place.person();
    }

    private String now() {
        return clock.instant().toString();
    }

    private static String tag(Draft draft) {
        return draft.etag().replace("\"", "");
    }

    private static void tell(String text) {
        Notification.show(text, NOTICE_MS, Notification.Position.BOTTOM_START);
    }

    private Autosave saver() {
        return Objects.requireNonNull(autosave, "the desk is not on a page yet");
    }
}
