package io.signalbox.runner.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeaseTest {
    private Moment now = new Moment(1_000, 5_000);

    private Lease lease(Optional<Duration> limit) {
        return new Lease(limit, () -> now, now);
    }

    @Test
    void itIsOverWhenTheLastContactIsTooLongAgo() {
        Lease lease = lease(Optional.of(Duration.ofSeconds(2)));
        now = new Moment(2_999, 6_999);
        assertThat(lease.isOver()).isFalse();
        now = new Moment(3_000, 7_000);
        assertThat(lease.isOver()).isTrue();
    }

    @Test
    void theClockThatWentFurtherCounts() {
        Lease lease = lease(Optional.of(Duration.ofSeconds(2)));
        now = new Moment(3_000, 4_000);
        assertThat(lease.isOver()).isTrue();
        now = new Moment(1_500, 7_000);
        assertThat(lease.isOver()).isTrue();
    }

    @Test
    void aContactCountsFromWhenItsSyncWasSent() {
        Lease lease = lease(Optional.of(Duration.ofSeconds(2)));
        now = new Moment(2_900, 6_900);
        lease.renew(new Moment(2_000, 6_000));
        now = new Moment(3_900, 7_900);
        assertThat(lease.isOver()).isFalse();
        now = new Moment(4_000, 8_000);
        assertThat(lease.isOver()).isTrue();
    }

    @Test
    void whatIsOverIsNotRenewed() {
        Lease lease = lease(Optional.of(Duration.ofSeconds(2)));
        now = new Moment(3_000, 7_000);
        lease.renew(now);
        assertThat(lease.isOver()).isTrue();
    }

    @Test
    void withoutALimitNothingIsEverOver() {
        Lease lease = lease(Optional.empty());
        now = new Moment(Long.MAX_VALUE, Long.MAX_VALUE);
        assertThat(lease.isOver()).isFalse();
    }

    @Test
    void whoeverAsksHearsOfContacts() {
        Lease lease = lease(Optional.of(Duration.ofSeconds(2)));
        Guarding watcher = new Guarding();
        lease.tell(watcher);
        lease.renew(new Moment(1, 1));
        lease.forget(watcher);
        lease.renew(new Moment(2, 2));
        assertThat(watcher.heard).containsExactly(new Moment(1, 1));
    }

    /** Its renewal crossed the watcher's blow. */
    @Test
    void whatItsWatcherHasKilledIsOverHoweverYoungTheContact() {
        Lease lease = lease(Optional.of(Duration.ofSeconds(2)));
        Guarding watcher = new Guarding();
        lease.tell(watcher);
        lease.renew(now);
        watcher.killed = true;
        assertThat(lease.isOver()).isTrue();
    }

    @Test
    void whatItsWatcherHasKilledIsRememberedWhenTheWatcherHasGone() {
        Lease lease = lease(Optional.of(Duration.ofSeconds(2)));
        Guarding watcher = new Guarding();
        lease.tell(watcher);
        watcher.killed = true;
        lease.forget(watcher);
        assertThat(lease.isOver()).isTrue();
    }

    private static final class Guarding implements Lease.Watcher {
        private final List<Moment> heard = new ArrayList<>();
        private boolean killed;

        @Override
        public void contact(Moment sent) {
            heard.add(sent);
        }

        @Override
        public boolean hasKilled() {
            return killed;
        }
    }
}
