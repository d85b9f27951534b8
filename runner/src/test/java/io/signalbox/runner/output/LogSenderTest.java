package io.signalbox.runner.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.runner.output.LogSender.Pushed;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class LogSenderTest {
    private final MemorySpool spool = new MemorySpool();
    private final List<String> pushes = new CopyOnWriteArrayList<>();
    private volatile Pushed answer = Pushed.ARRIVED;
    private final LogSender sender = new LogSender(spool, batch -> {
        pushes.add(batch.first() + "+" + batch.count());
        return answer;
    });

    private void start() {
        Thread.ofVirtual().start(sender);
    }

    private void append(int count, String line) {
        for (int i = 0; i < count; i++) {
            spool.append(line);
        }
        sender.ring();
    }

    @Test
    void aShortLogTravelsWithTheEnd() throws InterruptedException {
        append(3, "{}");
        start();
        assertThat(sender.finish()).isEqualTo(new Tail(3, 0, List.of("{}", "{}", "{}")));
        assertThat(pushes).isEmpty();
    }

    @Test
    void whatIsAppendedIsPushedInOrder() {
        start();
        append(2, "{}");
        await().until(() -> spool.acknowledged() == 2);
        append(1, "{}");
        await().until(() -> spool.acknowledged() == 3);
        assertThat(pushes).containsExactly("0+2", "2+1");
    }

    @Test
    void whatDidNotArriveIsPushedAgainFromTheSamePosition() {
        append(2, "{}");
        answer = Pushed.NOT_NOW;
        start();
        await().until(() -> pushes.size() > 2);
        answer = Pushed.ARRIVED;
        await().until(() -> spool.acknowledged() == 2);
        assertThat(pushes).containsOnly("0+2");
    }

    @Test
    void aBatchHasAtMostTwoThousandLines() {
        append(4500, "{}");
        start();
        await().until(() -> spool.acknowledged() == 4500);
        assertThat(pushes).containsExactly("0+2000", "2000+2000", "4000+500");
    }

    @Test
    void aLongRestIsPushedBeforeTheEnd() throws InterruptedException {
        append(10, "{\"output\":\"" + "x".repeat(100_000) + "\"}");
        start();
        Tail tail = sender.finish();
        assertThat(tail.end()).isEqualTo(10);
        assertThat(tail.lines()).hasSize((int) (10 - tail.startFrom())).hasSizeLessThanOrEqualTo(2);
        assertThat(pushes).isNotEmpty();
    }

    @Test
    void aBatchThatIsTooLargeForAProxyIsHalvedUntilItPasses() {
        var narrow = new LogSender(spool, batch -> {
            pushes.add(batch.first() + "+" + batch.count());
            return batch.lines().limit() > 250_000 ? Pushed.TOO_LARGE : Pushed.ARRIVED;
        });
        append(9, "x".repeat(99_999));
        Thread.ofVirtual().start(narrow);
        await().until(() -> spool.acknowledged() == 9);
        assertThat(pushes).containsExactly("0+9", "0+4", "0+2", "2+2", "4+2", "6+2", "8+1");
    }

    @Test
    void aSealedLogIsPushedNoMore() throws InterruptedException {
        answer = Pushed.SEALED;
        append(1, "{}");
        start();
        await().until(() -> pushes.size() == 1);
        append(1, "{}");
        assertThat(sender.finish()).isEqualTo(new Tail(2, 2, List.of()));
        assertThat(pushes).hasSize(1);
    }
}
