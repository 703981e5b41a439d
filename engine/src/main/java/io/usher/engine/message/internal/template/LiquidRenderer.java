package io.usher.engine.message.internal.template;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.usher.engine.message.RenderException;
import io.usher.engine.message.Renderer;
import io.usher.engine.platform.async.UnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Reads and renders on a few threads of its own, so that templates take no more of the machine than these. */
@Component
class LiquidRenderer implements Renderer, DisposableBean {

    private static final int WORKERS = 4;
    private static final int QUEUE = 200;
    private static final long STACK = 2_000_000;
    private static final long CACHED_CHARACTERS = 3_000_000;
    private static final String NOT_ONE_LINE =
            "It must be one line, but there is a line break or a control character in it";

    private final Clock clock;
    private final Duration patience;
    private final ThreadPoolExecutor workers;
    private final Cache<String, Node> read = Caffeine.newBuilder()
            .maximumWeight(CACHED_CHARACTERS)
            .weigher((String source, Node node) -> source.length() + 100)
            .build();

    @Autowired
    LiquidRenderer(Clock clock) {
        this(clock, WORKERS, QUEUE, Limits.PATIENCE);
    }

    LiquidRenderer(Clock clock, int workers, int queue, Duration patience) {
        this.clock = clock;
        this.patience = patience;
        this.workers = new ThreadPoolExecutor(
                workers, workers, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(queue), LiquidRenderer::thread);
        this.workers.allowCoreThreadTimeOut(true);
    }

    @Override
    public String text(String template, Context context) {
        return rendered(template, context, false);
    }

    @Override
    public String line(String template, Context context) {
        return SingleLine.of(rendered(template, context, false));
    }

    @Override
    public String html(String template, Context context) {
        return rendered(template, context, true);
    }

    @Override
    public List<String> check(String template) {
        try {
            await(template, () -> node(template).getClass().getName());
            return List.of();
        } catch (RenderException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public List<String> checkLine(String template) {
        return SingleLine.isOneLine(template) ? check(template) : List.of(NOT_ONE_LINE);
    }

    @Override
    public Set<String> needs(String template) {
        try {
            return await(template, () -> Budget.within(() -> Needs.of(Source.pieces(template))));
        } catch (RenderException e) {
            return Set.of();
        }
    }

    private String rendered(String template, Context context, boolean html) {
        return await(template, () -> {
            var node = node(template);
            var plain = new Context(PlainModel.of(context.facts()), context.zone(), context.language());
            return Budget.within(() -> {
                var rendering = new Rendering(plain, clock, html);
                node.render(rendering);
                return rendering.written();
            });
        });
    }

    private Node node(String template) {
        var known = read.getIfPresent(template);
        if (known != null) {
            return known;
        }
        var node = Budget.within(() -> TemplateReader.read(template));
        read.put(template, node);
        return node;
    }

    /** What was counted against the template began when it ran; waiting for a thread is nobody's fault and tried again. */
    private <T> T await(String template, Supplier<T> work) {
        if (template.length() > Limits.TEMPLATE) {
            throw new RenderException("The template is longer than " + Limits.TEMPLATE + " characters");
        }
        try {
            var task = workers.submit(work::get);
            try {
                return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                task.cancel(true);
            }
        } catch (ExecutionException e) {
            throw Complaints.about(e.getCause() == null ? e : e.getCause(), template);
        } catch (TimeoutException | RejectedExecutionException e) {
            throw new UnavailableException("Too many templates are being rendered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("Interrupted", e);
        }
    }

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().daemon().name("template").stackSize(STACK).unstarted(work);
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
    }
}
