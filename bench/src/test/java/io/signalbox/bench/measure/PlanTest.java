package io.signalbox.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanTest {
    private static final String INDEX = "IXSCAN { createdAt: -1, _id: -1 }";

    @Test
    void readingByAnIndexInItsOrderIsSound() {
        assertThat(new Plan(INDEX, false, 50).fault(50)).isEmpty();
    }

    @Test
    void scanSortAndTooManyDocumentsAreFaults() {
        assertThat(new Plan("COLLSCAN", false, 50).fault(50)).hasValue("no index: COLLSCAN");
        assertThat(new Plan(INDEX + ", COLLSCAN", false, 50).fault(50)).isPresent();
        assertThat(new Plan(INDEX, true, 50).fault(50)).hasValue("sorted in memory: " + INDEX);
        assertThat(new Plan(INDEX, false, 51).fault(50))
                .hasValue("51 documents looked at, where 50 are enough: " + INDEX);
    }
}
