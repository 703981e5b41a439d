package io.usher.engine.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KeyedTest {

    @Test
    void shouldFindTheValueOfAKey() {
        assertThat(Keyed.find(Actor.Kind.class, "person")).contains(Actor.Kind.PERSON);
        assertThat(Keyed.find(Actor.Kind.class, "PERSON")).isEmpty();
        assertThat(Keyed.find(Actor.Kind.class, null)).isEmpty();
    }

    @Test
    void shouldSayWhichFieldIsWrongAndWhatItMayBe() {
        assertThatThrownBy(() -> Keyed.read(Actor.Kind.class, "who", "nobody"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(400);
                    assertThat(refused.problem().errors())
                            .containsExactly(
                                    new Problem.FieldError("who", "choice", "who is not one of person, key, system"));
                });
    }
}
