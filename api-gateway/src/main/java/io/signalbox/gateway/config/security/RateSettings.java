package io.signalbox.gateway.config.security;

import io.signalbox.gateway.rate.Allowance;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often a token of the client API may ask one gateway.
 *
 * @param perSecond requests a second in the long run
 * @param burst how many at once after a pause
 */
@Validated
@ConfigurationProperties("signalbox.rate")
record RateSettings(
        @Min(1) @Max(1_000_000) @DefaultValue("2500") int perSecond,
        @Min(1) @Max(1_000_000) @DefaultValue("10000") int burst) {
    Allowance allowance() {
        return new Allowance(perSecond, burst);
    }
}
