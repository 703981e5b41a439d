package io.usher.engine.journey;

import static io.usher.engine.platform.words.English.said;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status.Code;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.usher.engine.account.Workspaces;
import io.usher.engine.contact.Contacts;
import io.usher.engine.event.DispatchQueue;
import io.usher.engine.event.Events;
import io.usher.engine.journey.internal.dispatch.DispatchJourneys;
import io.usher.engine.journey.internal.record.JourneyRuns;
import io.usher.engine.journey.internal.start.StartNudge;
import io.usher.engine.message.JourneyState;
import io.usher.engine.message.Messages;
import io.usher.engine.message.NewMessage;
import io.usher.engine.platform.PlatformProperties;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.platform.start.Startup;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.platform.words.Sentences;
import io.usher.engine.platform.zeebe.BrokerAnswers;
import io.usher.engine.platform.zeebe.Installation;
import io.usher.engine.rule.Rules;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.MessageId;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.testing.BrokerTime;
import io.usher.engine.testing.TestServers;
import io.usher.engine.workflow.JourneysInside;
import io.usher.engine.workflow.LinkTable;
import io.usher.engine.workflow.Version;
import io.usher.engine.workflow.Workflows;
import io.usher.engine.workflow.spi.ActionBlock;
import io.usher.engine.workflow.spi.Outcome;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.MapPropertySource;
import reactor.core.publisher.Mono;

/**
 * The journey module of one engine on the run's broker and store, with the modules around it replaced by fakes; several may
 * run on one database, which the test names.
 */
final class JourneyEngine implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final FakeWorkflows workflows;

    /** @param versions shared by the engines of one test, as the database's workflows would be */
    JourneyEngine(String database, Map<WorkflowId, Version> versions, boolean background) {
        this(database, versions, background, Map.of());
    }

    JourneyEngine(String database, Map<WorkflowId, Version> versions, boolean background, Map<String, String> others) {
        var properties = new HashMap<>(TestServers.properties());
        properties.put("usher.platform.mongodb-uri", uri(database));
        properties.put("usher.platform.background", String.valueOf(background));
        properties.putAll(others);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.registerBean("fakeWorkflows", FakeWorkflows.class, () -> new FakeWorkflows(versions));
        context.register(Wiring.class);
        context.refresh();
        workflows = context.getBean(FakeWorkflows.class);
        workflows.use(context.getBean(CamundaClient.class), context.getBean(Installation.class));
        try {
            context.getBean(Startup.class).awaitReady();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String uri(String database) {
        return TestServers.mongodbUri().replace(TestServers.database(), database);
    }

    DispatchJourneys dispatch() {
        return context.getBean(DispatchJourneys.class);
    }

    JourneyRuns runs() {
        return context.getBean(JourneyRuns.class);
    }

    Journeys journeys() {
        return context.getBean(Journeys.class);
    }

    Mono<Boolean> mayHandOver(Journey journey, String block, int pass) {
        return context.getBean(JourneyState.class).mayHandOver(journey.id(), block, pass);
    }

    JourneysInside inside() {
        return context.getBean(JourneysInside.class);
    }

    Mongo mongo() {
        return context.getBean(Mongo.class);
    }

    CrashPoints crashPoints() {
        return context.getBean(CrashPoints.class);
    }

    CamundaClient client() {
        return context.getBean(CamundaClient.class);
    }

    double unknownJobs() {
        return context.getBean(MeterRegistry.class)
                .counter("usher.jobs.unknown")
                .count();
    }

    Set<String> withdrawn() {
        return context.getBean(FakeMessages.class).withdrawn;
    }

    /** Deploys the version; journeys of it can be started then. */
    Version deploy(Version version) {
        workflows.versions.put(version.workflow(), version);
        Async.await(workflows.redeploy(version.workflow(), version.n()));
        return version;
    }

    /** What the broker gets when it is to be told of this version again; null: what it should get. */
    void redeployAs(Version version, byte @Nullable [] process) {
        if (process == null) {
            workflows.spoiled.remove(version.workflow());
        } else {
            workflows.spoiled.put(version.workflow(), process);
        }
    }

    Journey start(Version version) {
        var journey = TestJourneys.starting(version);
        Async.await(dispatch().insert(journey));
        context.getBean(StartNudge.class).inserted();
        return journey;
    }

    Journey now(Journey journey) {
        return Async.value(journeys().find(journey.workspace(), journey.id()));
    }

    List<TrailEntry> trail(Journey journey) {
        return Async.value(journeys().trail(journey.workspace(), journey.id())).entries();
    }

    /** Whether the broker still has this instance; a waiting one is not disturbed by the question. */
    boolean alive(long instance) {
        try {
            client().newSetVariablesCommand(instance)
                    .variables(Map.of())
                    .local(true)
                    .send()
                    .join(20, TimeUnit.SECONDS);
            return true;
        } catch (ClientStatusException e) {
            if (e.getStatusCode() == Code.NOT_FOUND) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** No {@code @Configuration}: a whole engine in the same run would find it by its scan. */
    @EnableConfigurationProperties({PlatformProperties.class, JourneyProperties.class})
    @ConfigurationPropertiesScan("io.usher.engine.platform.zeebe")
    @ComponentScan({
        "io.usher.engine.journey.internal",
        "io.usher.engine.journey.store",
        "io.usher.engine.journey.work",
        "io.usher.engine.platform.async",
        "io.usher.engine.platform.crash",
        "io.usher.engine.platform.lease",
        "io.usher.engine.platform.mongo",
        "io.usher.engine.platform.start",
        "io.usher.engine.platform.zeebe"
    })
    static class Wiring {

        @Bean
        RealTime realTime() {
            return new RealTime();
        }

        @Bean
        Sentences sentences() {
            return new Sentences();
        }

        @Bean
        Clock clock() {
            return BrokerTime.clock();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        ActionBlock block() {
            return new TestBlocks.Effect(visit -> new Outcome.GoOn(said("unused")));
        }

        @Bean
        FakeMessages messages() {
            return new FakeMessages();
        }

        @Bean
        Events events() {
            return nothing(Events.class);
        }

        @Bean
        Contacts contacts() {
            return nothing(Contacts.class);
        }

        @Bean
        Workspaces workspaces() {
            return nothing(Workspaces.class);
        }

        @Bean
        Rules rules() {
            return nothing(Rules.class);
        }

        @Bean
        DispatchQueue queue() {
            return nothing(DispatchQueue.class);
        }

        /** Answers nothing: an empty list where lists are promised, else an empty Mono. */
        private static <T> T nothing(Class<T> type) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                        if (method.getReturnType() != Mono.class) {
                            return method.getName().equals("toString") ? "no " + type.getSimpleName() : null;
                        }
                        boolean list =
                                method.getGenericReturnType().getTypeName().contains("java.util.List");
                        return list ? Mono.just(List.of()) : Mono.empty();
                    }));
        }
    }

    /** Versions in memory, deployed as {@link TestProcess} compiles them. */
    static final class FakeWorkflows implements Workflows {

        private final Map<WorkflowId, Version> versions;
        private final Map<WorkflowId, byte[]> spoiled = new ConcurrentHashMap<>();
        private CamundaClient client;
        private Installation installation;

        FakeWorkflows(Map<WorkflowId, Version> versions) {
            this.versions = versions;
        }

        void use(CamundaClient broker, Installation names) {
            client = broker;
            installation = names;
        }

        @Override
        public Mono<Version> version(WorkflowId workflow, int n) {
            return Mono.justOrEmpty(versions.get(workflow));
        }

        @Override
        public Mono<Map<WorkspaceId, LinkTable>> links(Collection<WorkspaceId> workspaces) {
            return Mono.just(Map.of());
        }

        @Override
        public Mono<Boolean> held(WorkflowId workflow) {
            return Mono.just(false);
        }

        @Override
        public Mono<Void> redeploy(WorkflowId workflow, int n) {
            var spoilt = spoiled.get(workflow);
            var process = spoilt == null ? TestProcess.of(versions.get(workflow), installation::jobType) : spoilt;
            return BrokerAnswers.once(() -> client.newDeployResourceCommand()
                            .addResourceBytes(process, workflow + ".bpmn")
                            .send())
                    .then();
        }
    }

    /** Remembers what was withdrawn. */
    static final class FakeMessages implements Messages {

        private final Set<String> withdrawn = ConcurrentHashMap.newKeySet();

        @Override
        public Mono<Void> store(NewMessage message) {
            return Mono.empty();
        }

        @Override
        public Mono<Long> withdraw(JourneyId journey, Reason because, Instant at) {
            withdrawn.add(journey.value());
            return Mono.just(0L);
        }

        @Override
        public Mono<Boolean> withdraw(MessageId message, Reason because, Instant at) {
            withdrawn.add(message.value());
            return Mono.just(true);
        }
    }
}
