package io.signalbox.gateway.config.webhook;

import io.signalbox.gateway.access.AddressRange;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of webhooks.
 *
 * @param allowedNetworks ranges of addresses, such as {@code 10.0.0.0/8}, to which webhooks may be sent although they are not of the public
 *     internet; where there are any, {@code http} is allowed beside {@code https}
 */
@Validated
@ConfigurationProperties("signalbox.webhooks")
record WebhookSettings(@DefaultValue List<String> allowedNetworks) {
    WebhookSettings {
        allowedNetworks = List.copyOf(allowedNetworks);
        allowedNetworks.forEach(WebhookSettings::range);
    }

    List<AddressRange> allowed() {
        return allowedNetworks.stream().map(WebhookSettings::range).toList();
    }

    List<String> schemes() {
        return allowedNetworks.isEmpty() ? List.of("https") : List.of("https", "http");
    }

    private static AddressRange range(String text) {
        return AddressRange.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "signalbox.webhooks.allowed-networks: '%s' is no range of addresses such as 10.0.0.0/8"
                                .formatted(text)));
    }
}
