package io.signalbox.cli.task.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.cli.api.Api;
import io.signalbox.cli.api.Doc;
import io.signalbox.cli.api.ManualTiming;
import io.signalbox.cli.output.Screen;
import io.signalbox.cli.output.Terminal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FollowTaskTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void outputIsPassedOnUntilTheEnd() throws InterruptedException {
        MemoryGateway gateway =
                steady().begin().print(bytes("one\n")).print(bytes("two\n")).end("failed", "failed", 3);
        Doc end = follow(gateway).toEnd();
        assertThat(TaskEnd.exitCode(end)).isEqualTo(3);
        assertThat(out).hasToString("one\ntwo\n");
        assertThat(err.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noByteIsLostOrDoubledWhateverIsCut(long seed) throws InterruptedException {
        var random = new Random(seed);
        var gateway = new MemoryGateway(random, 0.5);
        var expected = new ByteArrayOutputStream();
        gateway.begin();
        for (int i = 0; i < 200; i++) {
            byte[] piece = new byte[random.nextInt(1, 40)];
            random.nextBytes(piece);
            expected.writeBytes(piece);
            gateway.print(piece);
        }
        gateway.end("passed", "passed", 0);
        FollowTask follow = follow(gateway);
        for (int i = 0; i < 10; i++) {
            gateway.interruptAt(random.nextInt(5, 20));
            assertThatThrownBy(follow::toEnd).isInstanceOf(InterruptedException.class);
        }
        assertThat(TaskEnd.exitCode(follow.toEnd())).isZero();
        assertThat(out.toByteArray()).isEqualTo(expected.toByteArray());
    }

    @Test
    void eachAttemptIsFollowedInItsTurn() throws InterruptedException {
        MemoryGateway gateway = steady().begin()
                .print(bytes("first\n"))
                .end("failed", "queued", 1)
                .begin()
                .print(bytes("second\n"))
                .end("passed", "passed", 0);
        assertThat(TaskEnd.exitCode(follow(gateway).toEnd())).isZero();
        assertThat(out).hasToString("first\nsecond\n");
    }

    @Test
    void aTaskThatWaitsSaysWhy() throws InterruptedException {
        MemoryGateway gateway = steady();
        for (int i = 0; i < 10; i++) {
            gateway.state("queued", 0);
        }
        gateway.begin().print(bytes("x")).end("passed", "passed", 0);
        follow(gateway).toEnd();
        assertThat(err).hasToString("Task t1 waits, place 2: no runner has the tag 'gpu'\n");
        assertThat(out).hasToString("x");
    }

    @Test
    void aTaskThatEndsWithoutAnAttemptIsFollowedToItsEnd() throws InterruptedException {
        Doc end = follow(steady().state("queued", 0).state("canceled", 0)).toEnd();
        assertThat(TaskEnd.exitCode(end)).isEqualTo(122);
    }

    @Test
    void nobodyWaitsForTheRestOfALostLog() throws InterruptedException {
        Doc end = follow(steady().begin().print(bytes("alive\n")).lose()).toEnd();
        assertThat(TaskEnd.exitCode(end)).isEqualTo(121);
        assertThat(out).hasToString("alive\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("signalbox logs t1");
    }

    private static MemoryGateway steady() {
        return new MemoryGateway(new Random(1), 0);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private FollowTask follow(MemoryGateway gateway) {
        var timing = new ManualTiming();
        var screen = new Screen(out, err, Terminal.NONE);
        var api = new Api(gateway, timing, _ -> {});
        return new FollowTask(new FollowTask.Following(api, screen, timing, () -> Instant.EPOCH), "t1", screen::bytes);
    }
}
