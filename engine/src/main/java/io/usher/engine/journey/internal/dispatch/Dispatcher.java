package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.event.Event;
import io.usher.engine.event.EventAccepted;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Loop;
import io.usher.engine.platform.async.Loops;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.workflow.LinkTable;
import io.usher.engine.workflow.Workflows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The loop over the queue: hands the first due events of the contacts whose turn it is to {@link ContactQueues}. */
@Component
class Dispatcher implements EventAccepted {

    private static final Duration POLL = Duration.ofMillis(250);

    private final Backlog backlog;
    private final Workflows workflows;
    private final ContactQueues contacts;
    private final RealTime time;
    private final Loop loop;
    private Instant lastRead = Instant.EPOCH;

    Dispatcher(Backlog backlog, Workflows workflows, ContactQueues contacts, RealTime time, Loops loops) {
        this.backlog = backlog;
        this.workflows = workflows;
        this.contacts = contacts;
        this.time = time;
        this.loop = loops.add("dispatch", POLL, this::pass);
        contacts.whenFree(loop::nudge);
    }

    @Override
    public void accepted() {
        loop.nudge();
    }

    /** While most places are taken the queue is read seldom: a reading costs the same for one place as for many. */
    boolean pass() throws InterruptedException {
        boolean soon = time.now().isBefore(lastRead.plus(POLL));
        if (contacts.room() == 0 || soon && !contacts.halfFree()) {
            return false;
        }
        lastRead = time.now();
        var next = backlog.next(contacts.room(), contacts::free);
        hand(next.runs());
        return next.more() && !next.runs().isEmpty() && contacts.halfFree();
    }

    private void hand(List<DueRun> runs) throws InterruptedException {
        if (runs.isEmpty()) {
            return;
        }
        var workspaces =
                runs.stream().map(run -> run.events().getFirst().workspace()).collect(Collectors.toSet());
        var links = Async.value(workflows.links(workspaces));
        for (DueRun run : runs) {
            Event first = run.events().getFirst();
            contacts.submit(run, links.getOrDefault(first.workspace(), LinkTable.EMPTY));
        }
    }
}
