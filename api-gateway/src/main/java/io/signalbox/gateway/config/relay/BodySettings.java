package io.signalbox.gateway.config.relay;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of what runners send.
 *
 * @param size bytes of log pushes and ends of attempts that may be in memory at once; each takes about four times of that while it is read and
 *     stored
 */
@Validated
@ConfigurationProperties("signalbox.bodies")
record BodySettings(@NotNull @DefaultValue("32MB") DataSize size) {}
