package io.usher.designer.drawing;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.usher.designer.account.SignedIn;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.EngineException;
import io.usher.designer.engine.EngineException.Away;
import io.usher.designer.engine.EngineException.Refused;
import io.usher.designer.list.Notice;
import io.usher.designer.list.Skeleton;
import io.usher.designer.look.PageHead;
import io.usher.designer.workflows.WorkflowNavigation;
import jakarta.annotation.security.PermitAll;

/** The page on which a workflow is opened: each one, and each time, as a {@link DrawingView} of its own. */
@Route("workflow")
@PermitAll
class WorkflowView extends Div implements HasDynamicTitle, HasUrlParameter<String>, PageHead.Own {

    private static final int NOT_FOUND = 404;

    private final EngineCalls calls;
    private final DrawingClients engine;
    private final SignedIn signedIn;
    private final Notice notice = new Notice();
    private final Skeleton skeleton = new Skeleton();
    private final Div sheet = new Div();
    private String id = "";
    private int fetched;

    WorkflowView(EngineCalls calls, DrawingClients engine, AuthenticationContext authentication) {
        this.calls = calls;
        this.engine = engine;
        signedIn = authentication.getAuthenticatedUser(SignedIn.class).orElseThrow();
        addClassName("us-drawing");
        sheet.addClassName("us-drawing-place");
        add(notice, skeleton, sheet);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("drawing.title");
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        var moved = isAttached() && !id.equals(parameter);
        id = parameter;
        if (moved) {
            load();
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        Room.make(this);
        load();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        Room.giveBack(detached.getUI());
    }

    private void load() {
        sheet.removeAll();
        notice.clear();
        skeleton.show(true);
        fetch();
    }

    /** Only the answer to what was asked for last counts. */
    private void fetch() {
        int mine = ++fetched;
        var wanted = id;
        calls.run(
                this,
                () -> engine.open(signedIn.token(), wanted),
                opened -> {
                    if (mine == fetched) {
                        opened(opened);
                    }
                },
                failure -> {
                    if (mine == fetched) {
                        notOpened(failure);
                    }
                });
    }

    /** While the engine is away it is asked again and again, so that the drawing comes without anybody's doing. */
    private void notOpened(EngineException failure) {
        skeleton.hide();
        if (failure instanceof Refused refused && refused.problem().status() == NOT_FOUND) {
            notice.show(failure, getTranslation("drawing.all"), this::leave);
        } else {
            notice.show(failure, this::load);
        }
        if (failure instanceof Away) {
            int last = fetched;
            getUI().ifPresent(ui -> calls.lookLater(ui, () -> {
                if (last == fetched && isAttached()) {
                    fetch();
                }
            }));
        }
    }

    private void opened(Opened opened) {
        skeleton.hide();
        notice.clear();
        sheet.add(new DrawingView(calls, engine, signedIn, opened));
    }

    private void leave() {
        getUI().ifPresent(ui -> ui.navigate(WorkflowNavigation.list()));
    }
}
