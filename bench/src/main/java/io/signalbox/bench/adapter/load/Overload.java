package io.signalbox.bench.adapter.load;

import io.signalbox.bench.adapter.http.Installation;
import io.signalbox.bench.adapter.http.TaskClient;
import io.signalbox.bench.adapter.http.TaskClient.Offered;
import io.signalbox.bench.measure.Figure;
import io.signalbox.bench.measure.Spread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * More than the system can do: submissions at a fixed rate, whatever becomes of those before. What is shed and how, how long the answers
 * take, what memory it costs, and how soon afterwards a submission is answered as before.
 *
 * @param slots that run what is accepted, all together
 * @param rate submissions per second, three times what the system can do
 * @param calm at a tenth of the rate, first: what an answer takes usually
 * @param storm at the rate
 */
public record Overload(int slots, int rate, Duration calm, Duration storm) implements Load {
    private static final int CONNECTIONS = 16;
    /** Of one connection: it carries at most 256, and the client fails beyond that instead of waiting. */
    private static final int STREAMS = 200;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TASK = "{\"commands\":[\"true\"],\"tags\":[\"bench\"]}";

    @Override
    public List<String> run(Installation installation) throws InterruptedException {
        List<TaskClient> clients = Stream.generate(() -> new TaskClient(installation))
                .limit(CONNECTIONS)
                .toList();
        try (Slots _ = new Slots(installation, slots)) {
            return measure(ServiceProcess.gateway(installation.home()), clients);
        }
    }

    private List<String> measure(ServiceProcess gateway, List<TaskClient> clients) throws InterruptedException {
        double usual = took(accepted(offer(clients, rate / 10, calm).answers())).percentile(0.99);
        long before = gateway.residentBytes();
        Offers offers = offer(clients, rate, storm);
        long after = gateway.residentBytes();
        double normal = untilNormal(clients.getFirst(), 2 * usual);
        List<String> figures = new ArrayList<>(answers(offers, usual));
        figures.add(figure(before / 1e6, "MB resident before, gateway"));
        figures.add(figure(after / 1e6, "MB resident after, gateway"));
        figures.add(figure(normal, "s until ten answers in a row took at most twice the usual p99"));
        return figures;
    }

    private List<String> answers(Offers offers, double usual) {
        List<Offered> answers = List.copyOf(offers.answers());
        Spread taken = took(accepted(answers));
        long shed = answers.stream().filter(it -> it.status() == 429).count();
        long silent = answers.stream()
                .filter(it -> it.status() == 429 && !it.saysWhen())
                .count();
        double seconds = storm.toMillis() / 1e3;
        return List.of(
                figure(rate, "submissions/s wanted for " + storm.toSeconds() + " s"),
                figure(taken.count() / seconds, "accepted/s"),
                figure(shed / seconds, "refused/s with 429, " + silent + " in all of them without Retry-After"),
                figure(offers.unsent().sum() / seconds, "not sent/s: " + CONNECTIONS * STREAMS + " were under way"),
                figure((double) answers.size() - taken.count() - shed, "other answers in all"),
                figure((double) offers.unanswered().sum(), "without an answer in all"),
                figure(usual, "ms p99 of what is accepted at a tenth of the rate"),
                figure(taken.percentile(0.5), "ms p50 of what was accepted"),
                figure(taken.percentile(0.99), "ms p99 of what was accepted"));
    }

    private static Offers offer(List<TaskClient> clients, int rate, Duration time) throws InterruptedException {
        Offers offers = new Offers(new ConcurrentLinkedQueue<>(), new LongAdder(), new LongAdder());
        List<Semaphore> streams =
                clients.stream().map(_ -> new Semaphore(STREAMS)).toList();
        new Cadence(rate).run(time, turn -> {
            int connection = (int) (turn % clients.size());
            if (streams.get(connection).tryAcquire()) {
                offer(clients.get(connection), streams.get(connection), offers);
            } else {
                offers.unsent().increment();
            }
        });
        for (Semaphore of : streams) {
            of.acquire(STREAMS);
        }
        return offers;
    }

    private static void offer(TaskClient client, Semaphore streams, Offers offers) {
        var _ = client.offer(TASK).whenComplete((answer, failure) -> {
            streams.release();
            if (failure == null) {
                offers.answers().add(answer);
            } else {
                offers.unanswered().increment();
            }
        });
    }

    private static double untilNormal(TaskClient client, double most) {
        long begin = System.nanoTime();
        int inARow = 0;
        while (inARow < 10 && System.nanoTime() - begin < PATIENCE.toNanos()) {
            Offered answer = client.offer(TASK).join();
            inARow = answer.status() == 201 && millis(answer) <= most ? inARow + 1 : 0;
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static List<Offered> accepted(Iterable<Offered> answers) {
        List<Offered> accepted = new ArrayList<>();
        answers.forEach(answer -> {
            if (answer.status() == 201) {
                accepted.add(answer);
            }
        });
        return accepted;
    }

    private static Spread took(List<Offered> answers) {
        return Spread.of(answers.stream().mapToDouble(Overload::millis));
    }

    private static double millis(Offered answer) {
        return answer.took().toNanos() / 1e6;
    }

    private static String figure(double value, String meaning) {
        return new Figure("overload", value, meaning).toString();
    }

    /** What was offered: its answers, how many there was no room for, and how many got none. */
    private record Offers(ConcurrentLinkedQueue<Offered> answers, LongAdder unsent, LongAdder unanswered) {}
}
