package io.signalbox.runner.adapter.process;

import io.signalbox.runner.execution.Jobs;
import io.signalbox.runner.execution.Shell;
import io.signalbox.runner.execution.ShellOrder;
import io.signalbox.runner.job.Place;
import io.signalbox.runner.job.Place.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Prints how long it takes from a stop until nothing of the task is left: of one that obeys SIGTERM, and of one that does not and has processes in
 * sessions of their own. A program, since such figures are no matter of passing or failing.
 */
final class StopCost {
    private static final int ROUNDS = 50;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final String OBEYS = "echo ready; sleep 1000";
    private static final String DOES_NOT =
            "trap '' TERM; (setsid sleep 1000 &); (env -i setsid sleep 1000 &); echo ready; sleep 1000; sleep 1000";

    private StopCost() {}

    /** Stops tasks, and prints. */
    public static void main(String[] arguments) throws Exception {
        Path home = Files.createTempDirectory("stop-cost");
        try (var shells = new BashShells(home)) {
            print("stop of what obeys SIGTERM", shells, OBEYS, LONG);
            print("stop of what does not, beyond its grace", shells, DOES_NOT, SHORT);
        }
        Files.delete(home);
    }

    private static void print(String what, BashShells shells, String command, Duration grace) throws Exception {
        double[] millis = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            millis[round] = stop(shells, command, grace) / 1e6 - (grace.equals(SHORT) ? SHORT.toMillis() : 0);
        }
        Arrays.sort(millis);
        System.out.printf("%s: %.1f ms p50, %.1f ms most%n", what, millis[ROUNDS / 2], millis[ROUNDS - 1]);
    }

    private static long stop(BashShells shells, String command, Duration grace) throws Exception {
        var ready = new CountDownLatch(1);
        var order = new ShellOrder(
                Jobs.ATTEMPT, Path.of("/"), Map.of(), new Place(Console.PIPE, Optional.empty()), Jobs.lease());
        try (Shell shell = shells.open(order, (_, _) -> ready.countDown())) {
            Thread task = Thread.ofPlatform().start(() -> run(shell, command));
            ready.await();
            long began = System.nanoTime();
            shell.stop(grace);
            long took = System.nanoTime() - began;
            task.join();
            return took;
        }
    }

    private static void run(Shell shell, String command) {
        try {
            var _ = shell.run(command);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
