package io.usher.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shows that each rule fails when its forbidden import is added: the classes of {@code io.usher.fixture} break them all. */
class ArchitectureFixtureTest {

    private static final JavaClasses FIXTURE = new ClassFileImporter().importPackages("io.usher.fixture");

    static Stream<Arguments> breaches() {
        return Stream.of(
                Arguments.of(ArchitectureRules.MONGO_ONLY_IN_STORES, "MongoOutsideAStore"),
                Arguments.of(ArchitectureRules.CAMUNDA_ONLY_IN_WORKERS, "CamundaOutsideAWorker"),
                Arguments.of(ArchitectureRules.ANSWERS_OF_THE_BROKER_READ_IN_ONE_PLACE, "CamundaOutsideAWorker"),
                Arguments.of(ArchitectureRules.WEB_ONLY_IN_WEB, "HttpOutsideWeb"),
                Arguments.of(ArchitectureRules.TIME_ONLY_FROM_THE_CLOCK, "ReadsTheMachinesTime.instant"),
                Arguments.of(ArchitectureRules.TIME_ONLY_FROM_THE_CLOCK, "ReadsTheMachinesTime.millis"),
                Arguments.of(ArchitectureRules.TIME_ONLY_FROM_THE_CLOCK, "ReadsTheMachinesTime.day"),
                Arguments.of(ArchitectureRules.TIME_ONLY_FROM_THE_CLOCK, "ReadsTheMachinesTime.date"),
                Arguments.of(ArchitectureRules.NO_BLOCKING, "Blocks.mono"),
                Arguments.of(ArchitectureRules.NO_BLOCKING, "Blocks.flux"),
                Arguments.of(ArchitectureRules.NO_SLEEPING, "Sleeps.sleep"),
                Arguments.of(ArchitectureRules.EMBEDDED_IS_USED_BY_NOBODY, "UsesTheEmbeddedStore"),
                Arguments.of(ArchitectureRules.EMBEDDED_USES_NO_MODULE, "StoreThatUsesAModule"),
                Arguments.of(ArchitectureRules.NULL_IS_SPELLED_OUT, "io.usher.fixture.nullable"),
                Arguments.of(ArchitectureRules.ADAPTERS_ARE_CLOSED, "PublicAdapter"),
                Arguments.of(ArchitectureRules.FEW_COLLABORATORS, "ManyCollaborators"),
                Arguments.of(ArchitectureRules.CONNECTORS_KNOW_NO_HOUSE, "SpringInAConnector"),
                Arguments.of(ArchitectureRules.ROOMS_OF_JOURNEY, "RecordThatKnowsAVisit"),
                Arguments.of(ArchitectureRules.JOURNEY_HAS_NO_OTHER_ROOMS, "InAnotherRoom"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("breaches")
    void shouldFailWhenAForbiddenThingIsAdded(ArchRule rule, String breach) {
        var result = rule.evaluate(FIXTURE);
        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().getDetails())
                .anySatisfy(detail -> assertThat(detail).contains(breach));
    }

    @Test
    void shouldHaveABreachForEveryRule() {
        assertThat(breaches().map(breach -> breach.get()[0]).distinct().toList())
                .containsExactlyInAnyOrderElementsOf(ArchitectureRules.ALL);
    }

    @Test
    void shouldAllowTheClockThatIsHandedIn() {
        assertThat(ArchitectureRules.TIME_ONLY_FROM_THE_CLOCK
                        .evaluate(FIXTURE)
                        .getFailureReport()
                        .getDetails())
                .noneSatisfy(detail -> assertThat(detail).contains("ReadsTheMachinesTime.allowed"));
    }
}
