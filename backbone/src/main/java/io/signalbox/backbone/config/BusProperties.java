package io.signalbox.backbone.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the broker is.
 *
 * @param amqpUri its address ({@code SIGNALBOX_AMQP_URI}); without one, messages stay within the process
 */
@Validated
@ConfigurationProperties("signalbox")
public record BusProperties(@Nullable URI amqpUri) {}
