package io.usher.engine.message.internal.template;

import io.usher.engine.message.RenderException;
import io.usher.engine.message.Renderer;
import io.usher.engine.platform.async.UnavailableException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Renders on a few threads of its own, so that a template which cannot be interrupted blocks nothing but one of them. */
@Component
class LiquidRenderer implements Renderer, DisposableBean {

    private static final int WORKERS = 4;
    private static final int QUEUE = 200;
    private static final long STACK = 2_000_000;

    private final Liquid html;
    private final Liquid text;
    private final ThreadPoolExecutor workers;

    LiquidRenderer(Clock clock) {
        this.html = Liquid.html(clock);
        this.text = Liquid.text(clock);
        this.workers = new ThreadPoolExecutor(
                WORKERS, WORKERS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(QUEUE), LiquidRenderer::thread);
        this.workers.allowCoreThreadTimeOut(true);
    }

    @Override
    public String text(String template, Map<String, @Nullable Object> model, boolean singleLine) {
        var rendered = rendered(text, template, model);
        return singleLine ? SingleLine.of(rendered) : rendered;
    }

    @Override
    public String html(String template, Map<String, @Nullable Object> model) {
        return rendered(html, template, model);
    }

    @Override
    public List<String> check(String template) {
        try {
            checkSize(template);
            await(() -> html.node(template).getClass().getName());
            return List.of();
        } catch (RenderException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private String rendered(Liquid liquid, String template, Map<String, @Nullable Object> model) {
        checkSize(template);
        return await(() -> liquid.render(template, PlainModel.of(model)));
    }

    private static void checkSize(String template) {
        if (template.length() > Limits.TEMPLATE) {
            throw new RenderException("The template is longer than " + Limits.TEMPLATE + " characters");
        }
    }

    private String await(Supplier<String> work) {
        try {
            var task = workers.submit(work::get);
            try {
                return task.get(Limits.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                task.cancel(true);
            }
        } catch (ExecutionException e) {
            throw Complaints.about(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new RenderException("The template takes too long");
        } catch (RejectedExecutionException e) {
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
