package io.usher.designer.engine;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import io.usher.designer.engine.EngineException.Refused;
import io.usher.designer.engine.EngineException.SignedOut;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * Runs a call to the engine on a virtual thread, outside the session's lock, and brings what came of it back to the
 * page. A session the engine no longer knows ends here, and a password it wants once more is asked for, for every screen
 * alike.
 */
@Service
public class EngineCalls implements DisposableBean {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SessionEnd sessionEnd;
    private final PasswordAsk passwordAsk;
    private final Duration lookEvery;

    public EngineCalls(SessionEnd sessionEnd, PasswordAsk passwordAsk, EngineProperties properties) {
        this.sessionEnd = sessionEnd;
        this.passwordAsk = passwordAsk;
        this.lookEvery = properties.lookEvery();
    }

    /** Runs the call for the page the owner is on; its end is told there, if the page is still open. */
    public <T> void run(Component owner, Supplier<T> call, Consumer<T> done, Consumer<EngineException> failed) {
        run(owner.getUI().orElseThrow(() -> new IllegalStateException("not on a page")), call, done, failed);
    }

    /** As above, for what goes on when its component has left the page. */
    public <T> void run(UI ui, Supplier<T> call, Consumer<T> done, Consumer<EngineException> failed) {
        var reader = Reader.of(ui);
        threads.execute(() -> {
            try {
                var answer = as(reader, call);
                Pages.access(ui, () -> done.accept(answer));
            } catch (SignedOut e) {
                Pages.access(ui, () -> sessionEnd.end(ui));
            } catch (EngineException e) {
                Pages.access(ui, () -> {
                    if (wantsThePassword(e)) {
                        passwordAsk.ask(ui, () -> run(ui, call, done, failed), () -> failed.accept(e));
                    } else {
                        failed.accept(e);
                    }
                });
            } catch (RuntimeException e) {
                Pages.access(ui, () -> {
                    throw e;
                });
            }
        });
    }

    private static <T> T as(Reader reader, Supplier<T> call) {
        return ScopedValue.where(Reader.NOW, reader).call(call::get);
    }

    private static boolean wantsThePassword(EngineException failure) {
        return failure instanceof Refused refused && refused.problem().code().equals(Problem.CONFIRM_PASSWORD);
    }

    /**
     * Makes the call again and again while the component is on its page and the page can be seen, and tells there what is new,
     * if anything is. A page that comes into view again is told at once. A failure is passed over: the frame of the page says
     * that the engine is away.
     */
    public <T> void watch(Component owner, Supplier<Optional<T>> call, Consumer<T> done) {
        owner.addAttachListener(attached -> {
            var ui = attached.getUI();
            var reader = Reader.of(ui);
            var view = InView.of(ui);
            var late = new AtomicBoolean(!view.isSeen());
            var watching = view.whileSeen(() -> {
                var wait = late.getAndSet(true) ? Duration.ZERO : lookEvery;
                var looking = threads.submit(() -> lookAgain(ui, wait, () -> as(reader, call), done));
                return () -> looking.cancel(true);
            });
            owner.addDetachListener(detached -> {
                watching.remove();
                detached.unregisterListener();
            });
        });
    }

    private <T> void lookAgain(UI ui, Duration first, Supplier<Optional<T>> call, Consumer<T> done) {
        try {
            Thread.sleep(first);
            while (!Thread.interrupted()) {
                lookOnce(ui, call, done);
                Thread.sleep(lookEvery);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SignedOut e) {
            Pages.access(ui, () -> sessionEnd.end(ui));
        }
    }

    private static <T> void lookOnce(UI ui, Supplier<Optional<T>> call, Consumer<T> done) {
        try {
            call.get().ifPresent(news -> Pages.access(ui, () -> done.accept(news)));
        } catch (SignedOut e) {
            throw e;
        } catch (EngineException e) {
            // asked again soon
        }
    }

    /** How often something is looked at again. */
    public Duration lookEvery() {
        return lookEvery;
    }

    /** Does it on the page when it is time to look again, or later when the page can be seen again. */
    public void lookLater(UI ui, Command command) {
        later(ui, lookEvery, () -> InView.of(ui).whenSeen(command::execute));
    }

    /** Does it on the page after a while, if the page is still open then; also while nobody can see it. */
    public void later(UI ui, Duration delay, Command command) {
        threads.execute(() -> {
            try {
                Thread.sleep(delay);
                Pages.access(ui, command);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Runs a call nobody waits for. */
    public void forget(Runnable call) {
        threads.execute(() -> {
            try {
                call.run();
            } catch (EngineException e) {
                // the engine ends an unused session by itself
            }
        });
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
