package io.signalbox.gateway.webhook.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** One gateway delivers at a time, and another goes on when it has died. */
class HoldLeaseTest {
    private final Memory store = new Memory();
    private final AtomicLong time = new AtomicLong();
    private final HoldLease one = new HoldLease(store, "one", time::get);
    private final HoldLease other = new HoldLease(store, "other", time::get);

    @Test
    void leaseThatNobodyHasIsTakenByOne() {
        one.keep();
        other.keep();
        assertThat(one.isHeld()).isTrue();
        assertThat(other.isHeld()).isFalse();
    }

    @Test
    void leaseThatIsRenewedStaysWhereItIs() {
        one.keep();
        for (int turn = 0; turn < 30; turn++) {
            pass(Duration.ofSeconds(2));
            one.keep();
            other.keep();
        }
        assertThat(one.isHeld()).isTrue();
        assertThat(other.isHeld()).isFalse();
    }

    @Test
    void leaseOfOneThatDiedIsTakenAfterTenSecondsAndNotBefore() {
        one.keep();
        other.keep();
        pass(Duration.ofMillis(9_999));
        other.keep();
        assertThat(other.isHeld()).isFalse();
        pass(Duration.ofMillis(1));
        other.keep();
        assertThat(other.isHeld()).isTrue();
    }

    @Test
    void holderThatWasPausedStopsBeforeAnotherBegins() {
        one.keep();
        other.keep();
        pass(Duration.ofSeconds(8));
        assertThat(one.isHeld()).isFalse();
        pass(Duration.ofSeconds(2));
        other.keep();
        one.keep();
        assertThat(other.isHeld()).isTrue();
        assertThat(one.isHeld()).isFalse();
    }

    @Test
    void leaseThatWasGivenUpIsTakenAtOnce() {
        one.keep();
        one.release();
        other.keep();
        assertThat(one.isHeld()).isFalse();
        assertThat(other.isHeld()).isTrue();
    }

    @Test
    void renewalOfUnknownOutcomeIsNotBelievedAndIsMadeAgain() {
        one.keep();
        store.fails = true;
        assertThatThrownBy(one::keep).isInstanceOf(IllegalStateException.class);
        store.fails = false;
        one.keep();
        one.keep();
        assertThat(one.isHeld()).isTrue();
    }

    private void pass(Duration passed) {
        time.addAndGet(passed.toNanos());
    }

    /** A store that may do what it is told and say that it failed. */
    private static final class Memory implements LeaseStore {
        private Lease lease = new Lease("", 0);
        private boolean fails;

        @Override
        public Lease lease() {
            return lease;
        }

        @Override
        public boolean change(Lease before, Lease after) {
            boolean same = lease.equals(before);
            lease = same ? after : lease;
            if (fails) {
                throw new IllegalStateException("the store did not answer");
            }
            return same;
        }
    }
}
