package io.usher.engine.job.internal;

import io.usher.engine.job.JobKind;
import io.usher.engine.shared.Problems;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds that this engine knows; one of a later version may know more. */
@Component
public class JobKinds {

    private final ObjectProvider<JobKind> kinds;

    JobKinds(ObjectProvider<JobKind> kinds) {
        this.kinds = kinds;
    }

    public Set<String> keys() {
        return all().keySet();
    }

    /** 404 when there is no such kind. */
    public JobKind get(String key) {
        var kind = all().get(key);
        if (kind == null) {
            throw Problems.notFound("kind of job", key);
        }
        return kind;
    }

    /** Asked for late: kinds may need {@code Jobs}. */
    private Map<String, JobKind> all() {
        List<JobKind> beans = kinds.stream().toList();
        return beans.stream().collect(Collectors.toMap(JobKind::key, Function.identity()));
    }
}
