package io.signalbox.backbone.rabbit;

import static org.assertj.core.api.Assertions.assertThat;

import io.signalbox.backbone.bus.Poison;
import io.signalbox.model.id.Epoch;
import io.signalbox.model.message.Message;
import io.signalbox.model.message.RelayCommand.SnapshotPlease;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvelopeTest {

    private static final Message MESSAGE = new SnapshotPlease(new Epoch(4));

    @Test
    void messageIsAnObjectThatNamesItsTypeAndVersion() {
        assertThat(new String(Envelope.seal(MESSAGE), StandardCharsets.UTF_8))
                .isEqualTo("{\"type\":\"snapshot-please\",\"v\":1,\"epoch\":4}");
    }

    @Test
    void whatWasSealedIsOpened() {
        assertThat(Envelope.open(Envelope.seal(MESSAGE))).isEqualTo(new Envelope.Opened.Known(MESSAGE));
    }

    @Test
    void fieldOfANewerBuildIsPassedOver() {
        assertThat(open("{\"type\":\"snapshot-please\",\"v\":1,\"epoch\":4,\"newer\":true}"))
                .isEqualTo(new Envelope.Opened.Known(MESSAGE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"snapshot-please\",\"v\":2,\"epoch\":4} | UNKNOWN_TYPE",
                "{\"type\":\"unheard-of\",\"v\":1} | UNKNOWN_TYPE",
                "{\"type\":7,\"v\":\"one\"} | UNKNOWN_TYPE",
                "{} | UNKNOWN_TYPE",
                "[] | UNKNOWN_TYPE",
                "{\"type\":\"snapshot-please\",\"v\":1,\"epoch\":\"high\"} | MALFORMED",
                "{\"type\":\"snapshot-please\",\"v\":1 | MALFORMED",
                "garbage | MALFORMED",
                "'' | UNKNOWN_TYPE",
            })
    void whatCannotBeReadIsPoisonAndNoException(String body, Poison poison) {
        assertThat(open(body))
                .isInstanceOfSatisfying(
                        Envelope.Opened.Unreadable.class,
                        it -> assertThat(it.poison()).isEqualTo(poison));
    }

    private static Envelope.Opened open(String body) {
        return Envelope.open(body.getBytes(StandardCharsets.UTF_8));
    }
}
