package io.signalbox.runner.adapter.process.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.signalbox.model.id.AttemptId;
import io.signalbox.runner.adapter.machine.ProcClock;
import io.signalbox.runner.adapter.process.family.Mark;
import io.signalbox.runner.adapter.process.family.ProcessTree;
import io.signalbox.runner.adapter.process.family.Sessions;
import io.signalbox.runner.contact.Lease;
import io.signalbox.runner.contact.MachineClock;
import io.signalbox.runner.contact.Moment;
import io.signalbox.runner.execution.Jobs;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A real guard over a real process (C9). */
class WatchIT {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final MachineClock CLOCK = new ProcClock();

    private final GuardPool pool = new GuardPool();
    private final Process victim = start();

    private final List<ProcessHandle> others =
            ProcessHandle.current().children().toList();

    private static Process start() {
        var builder = new ProcessBuilder(Sessions.apart("bash", "-c", "trap '' TERM; sleep 1000 & wait"));
        builder.environment().put(Mark.VARIABLE, new Mark(Jobs.ATTEMPT).text(""));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void end() throws IOException {
        ProcessTree.leftBy(Jobs.ATTEMPT).kill();
        pool.close();
    }

    private Watch watch(Lease lease) throws IOException {
        Watch watch = Watch.begin(pool, Jobs.ATTEMPT, lease);
        watch.over(victim.pid());
        return watch;
    }

    private static Lease lease(Duration limit, Moment last) {
        return new Lease(Optional.of(limit), CLOCK, last);
    }

    private static Moment ago(Duration up, Duration wall) {
        Moment now = CLOCK.now();
        return new Moment(now.up() - up.toMillis(), now.wall() - wall.toMillis());
    }

    private List<ProcessHandle> guards() {
        return ProcessHandle.current()
                .children()
                .filter(child -> !others.contains(child))
                .toList();
    }

    private List<ProcessHandle> left() {
        return ProcessTree.leftBy(Jobs.ATTEMPT).members();
    }

    @Test
    void withoutATickEverythingIsKilledAtTheDeadlineAndNotBefore() throws IOException {
        Moment began = CLOCK.now();
        watch(lease(LIMIT, began));
        await().atMost(Duration.ofSeconds(10)).until(() -> !victim.isAlive());
        assertThat(CLOCK.now().since(began)).isGreaterThanOrEqualTo(LIMIT);
        await().untilAsserted(() -> assertThat(left()).isEmpty());
    }

    @Test
    void ticksPutTheDeadlineOff() throws IOException {
        Moment began = CLOCK.now();
        Lease lease = lease(LIMIT, began);
        watch(lease);
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    lease.renew(CLOCK.now());
                    return CLOCK.now().since(began).compareTo(LIMIT.multipliedBy(2)) > 0;
                });
        assertThat(victim.isAlive()).isTrue();
        await().atMost(Duration.ofSeconds(10)).until(() -> !victim.isAlive());
    }

    /** A renewal may cross the guard's blow: then the runner's own clock would tell that the lease still lasts. */
    @Test
    void whatTheGuardHasKilledIsOverThoughTheRunnerCountsOtherwise() throws IOException {
        Moment began = CLOCK.now();
        Lease lease = new Lease(Optional.of(LIMIT), () -> began, began);
        watch(lease);
        assertThat(lease.isOver()).isFalse();
        await().atMost(Duration.ofSeconds(10)).until(() -> !victim.isAlive());
        assertThat(lease.isOver()).isTrue();
        assertThat(victim.exitValue()).isEqualTo(137);
    }

    @Test
    void guardThatHasKilledServesTheNextAttemptWithoutAWordOfTheFirst() throws IOException {
        Lease lease = lease(LIMIT, ago(LIMIT, LIMIT));
        Watch watch = watch(lease);
        List<ProcessHandle> first = guards();
        await().until(() -> !victim.isAlive());
        watch.close();
        Lease next = lease(Duration.ofMinutes(1), CLOCK.now());
        try (Watch _ = Watch.begin(pool, new AttemptId("00000000-0000-8000-8000-000000000002"), next)) {
            await().untilAsserted(() -> assertThat(guards()).isEqualTo(first));
            assertThat(next.isOver()).isFalse();
        }
        assertThat(lease.isOver()).isTrue();
    }

    @Test
    void eitherClockMayEndIt() throws IOException {
        watch(lease(Duration.ofMinutes(1), ago(Duration.ZERO, Duration.ofMinutes(2))));
        await().until(() -> !victim.isAlive());
    }

    @Test
    void theOtherClockMayEndItToo() throws IOException {
        watch(lease(Duration.ofMinutes(1), ago(Duration.ofMinutes(2), Duration.ZERO)));
        await().until(() -> !victim.isAlive());
    }

    @Test
    void aGuardThatDiedIsReplacedAtTheNextTick() throws IOException {
        Lease lease = lease(LIMIT, CLOCK.now());
        watch(lease);
        guards().forEach(ProcessHandle::destroyForcibly);
        await().until(() -> guards().isEmpty());
        lease.renew(CLOCK.now());
        assertThat(guards()).hasSize(1);
        await().atMost(Duration.ofSeconds(10)).until(() -> !victim.isAlive());
    }

    @Test
    void whatClearedItsEnvironmentIsKilledByItsNumber() throws IOException {
        Process bare = new ProcessBuilder(Sessions.apart("env", "-i", "sleep", "1000")).start();
        assertThat(ProcessTree.of(Jobs.ATTEMPT, bare.toHandle(), bare.onExit()).members())
                .hasSize(1);
        watch(lease(Duration.ofMinutes(1), ago(Duration.ofMinutes(2), Duration.ZERO)));
        await().until(() -> !bare.isAlive());
    }

    @Test
    void afterItsEndItHarmsNobody() throws IOException {
        Watch.begin(pool, Jobs.ATTEMPT, new Lease(Optional.empty(), CLOCK, CLOCK.now()))
                .close();
        pool.close();
        await().until(() -> guards().isEmpty());
        assertThat(victim.isAlive()).isTrue();
    }
}
