package io.signalbox.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.gateway.audit.AuditFact.Actor;
import io.signalbox.gateway.audit.AuditFact.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditLogTest {
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private final AuditMemory store = new AuditMemory();
    private final AuditLog log = new AuditLog(store);
    private final AuditLog otherGateways = new AuditLog(store);

    @AfterEach
    void close() {
        log.close();
        otherGateways.close();
    }

    @Test
    void gatewaysShareOneChainWithoutGapOrLoss() {
        log.start();
        otherGateways.start();
        List<CompletableFuture<AuditEntry>> added = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            added.add(log.add(fact("one " + i)));
            added.add(otherGateways.add(fact("two " + i)));
        }

        added.forEach(CompletableFuture::join);

        assertThat(store.after(0, 2_000))
                .hasSize(1_000)
                .extracting(AuditEntry::sequence)
                .isSorted();
        assertThat(proof().whole()).isTrue();
        assertThat(added)
                .allSatisfy(entry ->
                        assertThat(store.after(entry.join().sequence() - 1, 1)).containsExactly(entry.join()));
    }

    @Test
    void whatCannotBeStoredIsNotRequiredInVain() {
        try (AuditLog lost = new AuditLog(new Away())) {
            lost.start();

            assertThatThrownBy(() -> lost.require(fact("x"))).isInstanceOf(AuditUnavailable.class);
        }
    }

    @Test
    void changedEntryIsFound() {
        add("one", "two", "three");
        AuditEntry second = store.after(1, 1).getFirst();
        store.replace(new AuditEntry(2, fact("forged"), second.previous(), second.hash()));

        assertThat(proof().whole()).isFalse();
        assertThat(proof().last()).isEqualTo(1);
    }

    @Test
    void entryThatIsMissingInTheMiddleIsFound() {
        add("one", "two", "three");
        store.take(2);

        assertThat(proof().whole()).isFalse();
    }

    @Test
    void entryWithAHashOfItsOwnIsFoundByTheNext() {
        add("one", "two", "three");
        AuditEntry first = store.after(0, 1).getFirst();
        store.replace(AuditEntry.after(Optional.of(first), fact("forged")));

        assertThat(proof().whole()).isFalse();
        assertThat(proof().last()).isEqualTo(2);
    }

    @Test
    void chainIsWholeFromTheOldestThatIsKept() {
        add("one", "two");
        add(NOW.plusSeconds(9), "three", "four");
        store.removeBefore(NOW.plusSeconds(1));

        assertThat(proof()).satisfies(proof -> {
            assertThat(proof.whole()).isTrue();
            assertThat(proof.entries()).isEqualTo(2);
            assertThat(proof.head()).isEqualTo(store.last().orElseThrow().hash());
        });
    }

    @Test
    void beginningThatSomebodyTookAwayIsMissed() {
        add("one", "two", "three");
        store.take(1);
        assertThat(proof().whole()).isFalse();
        assertThat(proof().last()).isZero();
    }

    @Test
    void chainThatIsShortenedWhileItIsFollowedIsFollowedAnew() {
        add("one", "two", "three");
        store.cutAfterNextAnchor();

        assertThat(proof()).satisfies(proof -> {
            assertThat(proof.whole()).isTrue();
            assertThat(proof.entries()).isEqualTo(1);
        });
    }

    private void add(String... actions) {
        add(NOW, actions);
    }

    private void add(Instant at, String... actions) {
        log.start();
        for (String action : actions) {
            log.require(fact(at, action));
        }
    }

    private VerifyAudit.Proof proof() {
        return new VerifyAudit(store).proof();
    }

    private static AuditFact fact(String action) {
        return fact(NOW, action);
    }

    private static AuditFact fact(Instant at, String action) {
        return new AuditFact(at, new Actor("id", "ci", "10.0.0.1"), action, "GET /", Outcome.ALLOWED, "r");
    }

    private static final class Away implements AuditStore {
        @Override
        public Optional<AuditEntry> last() {
            throw new IllegalStateException("away");
        }

        @Override
        public int add(List<AuditEntry> entries) {
            throw new IllegalStateException("away");
        }

        @Override
        public List<AuditEntry> after(long sequence, int most) {
            throw new IllegalStateException("away");
        }

        @Override
        public AuditAnchor anchor() {
            throw new IllegalStateException("away");
        }

        @Override
        public void removeBefore(Instant time) {
            throw new IllegalStateException("away");
        }
    }
}
