package io.signalbox.scheduler.loop;

import io.signalbox.model.id.TaskId;
import io.signalbox.scheduler.core.task.StoredTask;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads tasks page by page, each page while the one before is taken in: store and scheduler work at the same time.
 *
 * @param isOver ends it early
 * @param limit how many tasks a full page has
 */
record ReadAhead(BooleanSupplier isOver, int limit) {

    /** Finds a page of at most so many tasks after this id; blocks. */
    interface Pages {
        List<StoredTask> next(@Nullable TaskId after, int limit);
    }

    /**
     * Lets {@code taker} have every page; blocks.
     *
     * @return how many tasks there were
     */
    int all(Pages pages, Consumer<List<StoredTask>> taker) {
        int read = 0;
        List<StoredTask> page = pages.next(null, limit);
        while (!page.isEmpty() && !isOver.getAsBoolean()) {
            read += page.size();
            if (page.size() < limit) {
                taker.accept(page);
                return read;
            }
            TaskId last = page.getLast().id();
            CompletableFuture<List<StoredTask>> following = beside(() -> pages.next(last, limit));
            taker.accept(page);
            page = join(following);
        }
        return read;
    }

    private static CompletableFuture<List<StoredTask>> beside(Supplier<List<StoredTask>> reading) {
        return CompletableFuture.supplyAsync(reading, Thread.ofVirtual()::start);
    }

    private static List<StoredTask> join(CompletableFuture<List<StoredTask>> page) {
        try {
            return page.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }
}
