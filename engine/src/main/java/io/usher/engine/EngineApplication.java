package io.usher.engine;

import io.usher.engine.platform.start.Startup;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The engine: takes events, runs journeys, keeps history. One process; every state is in MongoDB and Zeebe. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EngineApplication {

    /** How the process ends when it must not start on the data that is there. */
    public static final int REFUSED = 9;

    public static void main(String[] args) {
        var context = SpringApplication.run(EngineApplication.class, args);
        context.getBean(Startup.class)
                .refused()
                .thenAcceptAsync(
                        why -> System.exit(SpringApplication.exit(context, () -> REFUSED)),
                        EngineApplication::onAThreadThatKeepsTheProcess);
    }

    /** Once the context is closed no other thread does: the process would end with 0 before it is told its code. */
    private static void onAThreadThatKeepsTheProcess(Runnable exit) {
        Thread.ofPlatform().name("refused").daemon(false).start(exit);
    }
}
