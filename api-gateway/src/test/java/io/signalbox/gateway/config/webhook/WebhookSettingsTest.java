package io.signalbox.gateway.config.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSettingsTest {

    @Test
    void plainHttpIsAllowedOnlyBesideAllowedNetworks() {
        assertThat(new WebhookSettings(List.of()).schemes()).containsExactly("https");
        assertThat(new WebhookSettings(List.of("10.0.0.0/8")).schemes()).containsExactly("https", "http");
        assertThat(new WebhookSettings(List.of("10.0.0.0/8")).allowed()).hasSize(1);
    }

    @Test
    void whatIsNoRangeStopsTheStartWithTheNameOfTheSetting() {
        assertThatThrownBy(() -> new WebhookSettings(List.of("10.0.0.0/99")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("signalbox.webhooks.allowed-networks: '10.0.0.0/99'");
    }
}
