package io.usher.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

class ModularityTest {

    private static final ImportOption EVERYTHING = location -> true;

    @Test
    void shouldUseOnlyTheModulesThatEachOneLists() {
        ApplicationModules.of(EngineApplication.class).verify();
    }

    @Test
    void shouldHaveAModuleForEachPackage() {
        var modules = StreamSupport.stream(
                        ApplicationModules.of(EngineApplication.class).spliterator(), false)
                .map(module -> module.getIdentifier().toString())
                .collect(Collectors.toSet());
        assertThat(modules)
                .containsAll(Set.of("shared", "platform", "account", "contact", "event", "order", "audience"))
                .containsAll(Set.of("message", "workflow", "block", "journey", "rule"));
    }

    @Test
    void shouldFailWhenAModuleCallsUpwardsOrLooksInside() {
        var modules = ApplicationModules.of("io.usher.fixture.modules", EVERYTHING);
        assertThatThrownBy(modules::verify)
                .isInstanceOf(Violations.class)
                .hasMessageContaining("low")
                .hasMessageContaining("CallsUpwards")
                .hasMessageContaining("LooksInside");
    }
}
