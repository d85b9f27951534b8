package io.signalbox.testkit.infra;

import static io.signalbox.testkit.infra.Part.MONGODB;
import static io.signalbox.testkit.infra.Part.RABBITMQ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.signalbox.testkit.infra.PartSource.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InfraSearchTest {
    private static final Answer NOTHING = new Answer.Unavailable("it is Sunday");
    private static final Answer BOTH = new Answer.Started(Map.of(MONGODB, "mongodb://a", RABBITMQ, "amqp://a"));

    private final List<String> log = new ArrayList<>();

    @Test
    void addressFromOutsideIsTakenAndNothingIsStarted() {
        var search = new InfraSearch(Map.of("SIGNALBOX_AMQP_URI", "amqp://outside")::get, sources(BOTH));

        assertThat(search.lookFor(Set.of(RABBITMQ))).isEmpty();
        assertThat(search.addressOf(RABBITMQ)).isEqualTo("amqp://outside");
        assertThat(log).isEmpty();
    }

    @Test
    void addressFromOutsideWinsOverWhatIsStartedForTheOther() {
        var search = new InfraSearch(Map.of("SIGNALBOX_AMQP_URI", "amqp://outside")::get, sources(BOTH));

        assertThat(search.lookFor(Set.of(RABBITMQ, MONGODB))).isEmpty();
        assertThat(search.addressOf(RABBITMQ)).isEqualTo("amqp://outside");
        assertThat(search.addressOf(MONGODB)).isEqualTo("mongodb://a");
        assertThat(log).containsExactly("0 starts [MONGODB]");
    }

    @Test
    void placesAreAskedInOrderAndOnce() {
        var search = new InfraSearch(Map.<String, String>of()::get, sources(NOTHING, BOTH, BOTH));

        search.lookFor(Set.of(MONGODB));
        search.lookFor(Set.of(MONGODB, RABBITMQ));
        search.close();

        assertThat(log).containsExactly("0 starts [MONGODB]", "1 starts [MONGODB]", "1 ends", "0 ends");
    }

    @Test
    void whatCannotBeHadIsExplained() {
        var search = new InfraSearch(Map.of("SIGNALBOX_AMQP_URI", " ")::get, sources(NOTHING));

        assertThat(search.lookFor(Set.of(RABBITMQ))).containsExactly(RABBITMQ);
        assertThat(search.explain(Set.of(RABBITMQ)))
                .isEqualTo("[RABBITMQ] cannot be had: SIGNALBOX_AMQP_URI not set; it is Sunday");
    }

    @Test
    void missingPartSkipsUnlessItIsRequired() {
        assertThat(InfraExtension.refuse("none", false).isDisabled()).isTrue();
        assertThatIllegalStateException()
                .isThrownBy(() -> InfraExtension.refuse("none", true))
                .withMessage("none, and REQUIRE_INFRA=true");
    }

    private List<PartSource> sources(Answer... answers) {
        var sources = new ArrayList<PartSource>();
        for (var answer : answers) {
            var number = sources.size();
            sources.add(new PartSource() {
                @Override
                public Answer start(Set<Part> parts) {
                    log.add(number + " starts " + parts);
                    return answer;
                }

                @Override
                public void close() {
                    log.add(number + " ends");
                }
            });
        }
        return sources;
    }
}
