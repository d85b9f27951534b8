package io.signalbox.scheduler.core.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.model.task.TaskTerms;
import io.signalbox.scheduler.core.world.Sample;
import org.junit.jupiter.api.Test;

class TermsTest {
    private final Terms terms = new Terms();

    @Test
    void tasksThatDifferOnlyInTimesShareTheirTerms() {
        TaskTerms first = terms.share(Sample.terms().build());
        TaskTerms second = terms.share(Sample.terms()
                .createdAt(Sample.START.plusSeconds(9))
                .notBefore(Sample.START)
                .build());

        assertThat(second).isSameAs(first);
        assertThat(terms.size()).isEqualTo(1);
    }

    @Test
    void termsThatNobodyUsesAreForgotten() {
        TaskTerms shared = terms.share(Sample.terms().build());
        terms.share(Sample.terms().build());
        terms.release(shared);
        assertThat(terms.size()).isEqualTo(1);

        terms.release(shared);
        terms.release(shared);
        assertThat(terms.size()).isZero();
    }
}
