package io.signalbox.scheduler.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.signalbox.model.spec.Concurrency;
import io.signalbox.model.task.TaskTerms;
import io.signalbox.scheduler.core.world.Sample;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TermsTextTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TermsText texts = new TermsText();

    private static Sample.Terms terms() {
        return Sample.terms()
                .project("web")
                .pool("big")
                .tags("gpu", "a \"createdAt\":\"b")
                .priority(70)
                .notBefore(Sample.START.plusSeconds(5))
                .concurrency("deploy", 2, Concurrency.Policy.REJECT)
                .fallback(Duration.ofSeconds(5), "linux")
                .requeueWhenLost();
    }

    @Test
    void termsThatDifferOnlyInTheirMomentAreReadAsTheyAre() {
        for (int second = 0; second < 3; second++) {
            TaskTerms written =
                    terms().createdAt(Sample.START.plusMillis(1_234L * second)).build();
            assertThat(texts.read(JSON.writeValueAsString(written))).isEqualTo(written);
        }
    }

    @Test
    void termsThatDifferElsewhereAreNotConfused() {
        TaskTerms one = terms().priority(1).build();
        TaskTerms other = terms().priority(2).createdAt(Instant.EPOCH).build();
        assertThat(texts.read(JSON.writeValueAsString(one))).isEqualTo(one);
        assertThat(texts.read(JSON.writeValueAsString(other))).isEqualTo(other);
        assertThat(texts.read(JSON.writeValueAsString(one))).isEqualTo(one);
    }

    @Test
    void manyDifferentTermsAreForgottenAgain() {
        for (int number = 0; number < 2_500; number++) {
            TaskTerms written = Sample.terms().project("p-" + number).build();
            assertThat(texts.read(JSON.writeValueAsString(written))).isEqualTo(written);
        }
        TaskTerms first = Sample.terms().project("p-0").build();
        assertThat(texts.read(JSON.writeValueAsString(first))).isEqualTo(first);
    }

    @Test
    void whatIsNoTermsIsRefused() {
        assertThatThrownBy(() -> texts.read("not JSON")).hasMessageContaining("Unrecognized token 'not'");
    }
}
