package io.signalbox.runner.adapter.process;

import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.execution.Jobs;
import io.signalbox.runner.execution.Shell;
import io.signalbox.runner.execution.ShellOrder;
import io.signalbox.runner.job.Place;
import io.signalbox.runner.job.Place.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Prints what a task of one command that does nothing costs this machine's processors between the order of its shell and its end, at a steady rate, and how
 * long it takes until its first command has run: a program of its own, since such figures are no matter of passing or failing.
 */
final class TaskCost {
    private static final int SLOTS = 64;
    private static final int PER_SECOND = 100;
    private static final int WARM_UP = 1000;
    private static final int MEASURED = 1000;

    private final BashShells shells;
    private final Path folder;
    private final Semaphore slots = new Semaphore(SLOTS);
    private final ConcurrentLinkedQueue<Long> delays = new ConcurrentLinkedQueue<>();

    private TaskCost(Path home) throws IOException {
        this.shells = new BashShells(home.resolve("shells"));
        this.folder = Files.createDirectory(home.resolve("work"));
    }

    /** Runs tasks, and prints. */
    public static void main(String[] arguments) throws Exception {
        Path home = Files.createTempDirectory("task-cost");
        var cost = new TaskCost(home);
        double _ = cost.run(WARM_UP);
        cost.delays.clear();
        long before = ticks();
        double rate = cost.run(MEASURED);
        long used = ticks() - before;
        cost.shells.close();
        long[] sorted = cost.delays.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "task %.1f ms of processor time; first command has run after %.1f ms p50, %.1f ms p99; %.0f tasks/s of %d%n",
                used * 10.0 / MEASURED,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                rate,
                PER_SECOND);
        Files.delete(cost.folder);
        Files.delete(home.resolve("shells"));
        Files.delete(home);
    }

    /** How many a second it were. */
    private double run(int tasks) throws InterruptedException {
        var left = new CountDownLatch(tasks);
        long began = System.nanoTime();
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            var beat = clock.scheduleAtFixedRate(() -> begin(left), 0, 1000 / PER_SECOND, TimeUnit.MILLISECONDS);
            left.await();
            beat.cancel(false);
        }
        slots.acquireUninterruptibly(SLOTS);
        slots.release(SLOTS);
        return tasks * 1e9 / (System.nanoTime() - began);
    }

    private void begin(CountDownLatch left) {
        if (left.getCount() > 0) {
            left.countDown();
            slots.acquireUninterruptibly();
            Thread.ofPlatform().daemon().start(this::task);
        }
    }

    private void task() {
        var attempt = new AttemptId(UUID.randomUUID().toString());
        var order = new ShellOrder(attempt, folder, Map.of(), new Place(Console.PIPE, Optional.empty()), Jobs.lease());
        long began = System.nanoTime();
        try (Shell shell = shells.open(order, (_, _) -> {})) {
            shell.run(":");
            delays.add(System.nanoTime() - began);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            slots.release();
        }
    }

    /** Of this process and of its children, waited for and alive: hundredths of a second (proc_pid_stat(5)). */
    private static long ticks() throws IOException {
        long guards = ProcessHandle.current()
                .descendants()
                .mapToLong(child -> sum(child.pid(), 11, 13))
                .sum();
        return guards + sum(ProcessHandle.current().pid(), 11, 15);
    }

    private static long sum(long pid, int from, int to) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Stream.of(Arrays.copyOfRange(fields, from, to))
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
