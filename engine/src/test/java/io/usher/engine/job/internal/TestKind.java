package io.usher.engine.job.internal;

import io.usher.engine.account.Right;
import io.usher.engine.job.JobKind;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Counts to a number, one a page; of a kind that the run's engine does not know, so that only the test works it. */
final class TestKind implements JobKind {

    private final String key = "test-" + Ids.random();
    private final int last;
    final List<Integer> worked = new ArrayList<>();
    /** What happens at each page before it is worked. */
    Step before = page -> {};

    interface Step {
        void at(int page);
    }

    TestKind(int last) {
        this.last = last;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Right right() {
        return Right.CONTACT_EXPORT;
    }

    @Override
    public Optional<ResultFile> file(Task task) {
        return Optional.of(new ResultFile("numbers.txt", "text/plain"));
    }

    @Override
    public Mono<Long> total(WorkspaceId workspace, Params params) {
        return Mono.just((long) last);
    }

    @Override
    public Worked work(Task task, @Nullable String cursor) {
        int page = cursor == null ? 1 : Integer.parseInt(cursor);
        before.at(page);
        worked.add(page);
        var line = page + "\n";
        return new Worked(
                page == last ? null : String.valueOf(page + 1),
                1,
                Map.of("numbers", 1L),
                line.getBytes(StandardCharsets.UTF_8));
    }
}
