package io.signalbox.backbone.rabbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class RabbitSettingsTest {

    @Test
    void brokerThatIsAloneIsItsOnlyNode() {
        RabbitSettings settings = at("amqps://user:pass%40word@broker/host");
        assertThat(settings.nodes()).containsExactly("broker");
        assertThat(settings.first()).isEqualTo(settings.uri());
    }

    @Test
    void nodesOfAClusterShareUserAndVirtualHost() {
        RabbitSettings settings = at("amqp://user:password@one:5672,two,three:5674/host?heartbeat=5");
        assertThat(settings.nodes()).containsExactly("one:5672", "two", "three:5674");
        assertThat(settings.first()).isEqualTo(URI.create("amqp://user:password@one:5672/host?heartbeat=5"));
    }

    @Test
    void nobodyNeedsAUser() {
        RabbitSettings settings = at("amqp://one,two");
        assertThat(settings.nodes()).containsExactly("one", "two");
        assertThat(settings.first()).isEqualTo(URI.create("amqp://one"));
    }

    @Test
    void addressWithoutAHostIsRefused() {
        assertThatThrownBy(() -> at("amqp:broker")).hasMessageContaining("no host");
    }

    private static RabbitSettings at(String uri) {
        return RabbitSettings.at(URI.create(uri), "test");
    }
}
