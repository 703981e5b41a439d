package io.usher.engine;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.usher.engine.platform.zeebe.BrokerAnswers;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rules of the house that are about single classes; which module may use which is in each module's package-info. */
final class ArchitectureRules {

    private static final int MOST_PARAMETERS = 6;
    private static final Set<String> CLOCK_READERS = Set.of("now", "systemUTC", "systemDefaultZone", "system", "tick");

    static final ArchRule MONGO_ONLY_IN_STORES = noClasses()
            .that()
            .resideOutsideOfPackages("..store..", "..engine.platform..", "..engine.embedded..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.mongodb..", "org.bson..")
            .because("MongoDB stays behind the ports that a module's inside declares");

    static final ArchRule CAMUNDA_ONLY_IN_WORKERS = noClasses()
            .that()
            .resideOutsideOfPackages("..workflow.work..", "..journey.work..", "..engine.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.camunda..")
            .because("blocks and modules never see Zeebe");

    static final ArchRule ANSWERS_OF_THE_BROKER_READ_IN_ONE_PLACE = classes()
            .that()
            .resideInAPackage("io.usher..")
            .and(describe("send commands to the broker", ArchitectureRules::sendsCommands))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(BrokerAnswers.class)
            .because("what a status means is written once, in BrokerErrors");

    static final ArchRule WEB_ONLY_IN_WEB = noClasses()
            .that()
            .resideOutsideOfPackage("..web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.web..",
                    "org.springframework.http..",
                    "org.springframework.security.web..",
                    "org.springframework.security.config..",
                    "org.springdoc..")
            .because("HTTP is one way in among others");

    static final ArchRule TIME_ONLY_FROM_THE_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackages("..engine.platform.time..", "..engine.embedded..")
            .should()
            .callCodeUnitWhere(describe("it reads the machine's time", ArchitectureRules::readsTheTime))
            .because("time is moved in tests: take the Clock bean, or RealTime for leases and sessions");

    static final ArchRule NO_BLOCKING = noClasses()
            .should()
            .callCodeUnitWhere(describe("it blocks on a publisher", ArchitectureRules::blocks))
            .because("reactive and straight code meet in platform.async, with a time limit");

    static final ArchRule NO_SLEEPING = noClasses()
            .that()
            .resideOutsideOfPackages("..engine.platform.async..", "..engine.embedded..", "..connectors..")
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", Duration.class)
            .because("loops and Async.pause know how to be interrupted; connectors block and know nothing of them");

    static final ArchRule EMBEDDED_IS_USED_BY_NOBODY = noClasses()
            .that()
            .resideOutsideOfPackage("..engine.embedded..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..engine.embedded..")
            .allowEmptyShould(true)
            .because("the embedded store is a process of its own; one code for small and large");

    static final ArchRule EMBEDDED_USES_NO_MODULE = noClasses()
            .that()
            .resideInAPackage("..engine.embedded..")
            .should()
            .dependOnClassesThat(are(resideInAnyPackage("io.usher.."))
                    .and(DescribedPredicate.not(resideInAnyPackage("..engine.embedded.."))))
            .allowEmptyShould(true)
            .because("the embedded store is a process of its own");

    static final ArchRule NULL_IS_SPELLED_OUT = classes()
            .should(new ArchCondition<>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    var message = type.getPackageName() + " has no package-info with @NullMarked";
                    events.add(new SimpleConditionEvent(type, marked, message));
                }
            });

    static final ArchRule ADAPTERS_ARE_CLOSED = classes()
            .that()
            .resideInAnyPackage("..web", "..store", "..work")
            .and()
            .resideOutsideOfPackages("..engine.platform..", "..engine.embedded..")
            .and()
            .areTopLevelClasses()
            .should()
            .notBePublic()
            .because("what others may use stands in a module's root, what its inside shares in internal");

    static final ArchRule FEW_COLLABORATORS = constructors()
            .that()
            .areDeclaredInClassesThat(describe("are beans", ArchitectureRules::bean))
            .should(new ArchCondition<>("take at most " + MOST_PARAMETERS + " parameters") {
                @Override
                public void check(JavaConstructor constructor, ConditionEvents events) {
                    int count = constructor.getRawParameterTypes().size();
                    var message = constructor.getFullName() + " takes " + count;
                    events.add(new SimpleConditionEvent(constructor, count <= MOST_PARAMETERS, message));
                }
            });

    static final ArchRule CONNECTORS_KNOW_NO_HOUSE = noClasses()
            .that()
            .resideInAPackage("..connectors..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..", "com.mongodb..", "org.bson..", "io.camunda..", "io.usher.engine..")
            .allowEmptyShould(true)
            .because("a connector runs anywhere");

    /** The order in which the rooms use each other is at the same time why there is no circle between them. */
    static final ArchRule ROOMS_OF_JOURNEY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("record")
            .definedBy("..journey.internal.record")
            .layer("lane")
            .definedBy("..journey.internal.lane")
            .layer("visit")
            .definedBy("..journey.internal.visit")
            .layer("start")
            .definedBy("..journey.internal.start")
            .layer("dispatch")
            .definedBy("..journey.internal.dispatch")
            .layer("commands")
            .definedBy("..journey.internal.commands")
            .whereLayer("record")
            .mayNotAccessAnyLayer()
            .whereLayer("lane")
            .mayNotAccessAnyLayer()
            .whereLayer("visit")
            .mayOnlyAccessLayers("record")
            .whereLayer("start")
            .mayOnlyAccessLayers("record", "lane", "visit")
            .whereLayer("dispatch")
            .mayOnlyAccessLayers("record", "lane", "start")
            .whereLayer("commands")
            .mayOnlyAccessLayers("record", "visit", "start", "dispatch");

    static final ArchRule JOURNEY_HAS_NO_OTHER_ROOMS = classes()
            .that()
            .resideInAPackage("..journey.internal..")
            .should()
            .resideInAnyPackage(
                    "..journey.internal.record",
                    "..journey.internal.lane",
                    "..journey.internal.visit",
                    "..journey.internal.start",
                    "..journey.internal.dispatch",
                    "..journey.internal.commands")
            .because("a room that the rule above does not name may use everything");

    /** All rules, for the test that none of them is forgotten. */
    static final List<ArchRule> ALL = List.of(
            MONGO_ONLY_IN_STORES,
            CAMUNDA_ONLY_IN_WORKERS,
            ANSWERS_OF_THE_BROKER_READ_IN_ONE_PLACE,
            WEB_ONLY_IN_WEB,
            TIME_ONLY_FROM_THE_CLOCK,
            NO_BLOCKING,
            NO_SLEEPING,
            EMBEDDED_IS_USED_BY_NOBODY,
            EMBEDDED_USES_NO_MODULE,
            NULL_IS_SPELLED_OUT,
            ADAPTERS_ARE_CLOSED,
            FEW_COLLABORATORS,
            CONNECTORS_KNOW_NO_HOUSE,
            ROOMS_OF_JOURNEY,
            JOURNEY_HAS_NO_OTHER_ROOMS);

    private ArchitectureRules() {}

    private static boolean sendsCommands(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                .map(JavaCall::getTarget)
                .anyMatch(target -> target.getName().equals("send")
                        && target.getOwner().getPackageName().startsWith("io.camunda.client"));
    }

    private static boolean readsTheTime(JavaCall<?> call) {
        CodeUnitCallTarget target = call.getTarget();
        var owner = target.getOwner();
        boolean noArguments = target.getRawParameterTypes().isEmpty();
        if (owner.isEquivalentTo(System.class)) {
            return target.getName().equals("currentTimeMillis");
        }
        if (owner.isEquivalentTo(Date.class)) {
            return target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME) && noArguments;
        }
        if (owner.isEquivalentTo(Clock.class)) {
            return CLOCK_READERS.stream().anyMatch(target.getName()::startsWith);
        }
        boolean givenAClock = target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        return owner.getPackageName().equals("java.time") && target.getName().equals("now") && !givenAClock;
    }

    private static boolean blocks(JavaCall<?> call) {
        CodeUnitCallTarget target = call.getTarget();
        var owner = target.getOwner();
        return (owner.isAssignableTo(Mono.class) && target.getName().startsWith("block"))
                || (owner.isAssignableTo(Flux.class)
                        && (target.getName().startsWith("block")
                                || target.getName().equals("toIterable")
                                || target.getName().equals("toStream")));
    }

    private static boolean bean(JavaClass type) {
        return type.isAnnotatedWith(Component.class)
                || type.isMetaAnnotatedWith(Component.class)
                || type.isAnnotatedWith(RestController.class);
    }
}
