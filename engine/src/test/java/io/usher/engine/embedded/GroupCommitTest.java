package io.usher.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GroupCommitTest {

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void shouldLetNobodyWaitForEverWhenAnErrorEndsACommit() {
        var commits = new GroupCommit(
                () -> {
                    throw new OutOfMemoryError("Java heap space");
                },
                () -> {});

        assertThatThrownBy(() -> commits.write(() -> 1)).hasMessageContaining("Java heap space");
        assertThatThrownBy(() -> commits.write(() -> 2)).hasMessageContaining("could not write its file");
        assertThat(commits.failure()).isDone();
    }
}
