package io.signalbox.gateway.config.log;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of logs.
 *
 * @param quota bytes of output that one attempt's log may have; what comes after is refused, and stated as missing
 */
@Validated
@ConfigurationProperties("signalbox.log")
record LogSettings(@NotNull @DefaultValue("1GB") DataSize quota) {}
