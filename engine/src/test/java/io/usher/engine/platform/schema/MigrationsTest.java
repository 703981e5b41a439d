package io.usher.engine.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.usher.engine.platform.start.StartRefused;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    private final Migrations migrations = new Migrations(List.of(new Step(2), new Step(1)));

    @Test
    void shouldTellTheOneThatComesNext() {
        assertThat(migrations.after(0)).contains(new Step(1));
        assertThat(migrations.after(1)).contains(new Step(2));
        assertThat(migrations.after(2)).isEmpty();
    }

    @Test
    void shouldNotTakeDataOfALaterEngineForFinished() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> migrations.after(3))
                .withMessageContaining("version 3")
                .withMessageContaining("up to version 2");
    }

    private record Step(int version) implements Migration {

        @Override
        public String what() {
            return "step " + version;
        }

        @Override
        public String collection() {
            return "steps";
        }

        @Override
        public Bson reads() {
            return new Document();
        }

        @Override
        public @Nullable Bson change(Document document) {
            return null;
        }
    }
}
