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
 * @param refusedPerSecond wrong requests a second in the long run, beyond which its next ones are held back
 * @param refusedBurst how many wrong ones at once after a pause
 */
@Validated
@ConfigurationProperties("signalbox.rate")
record RateSettings(
        @Min(1) @Max(1_000_000) @DefaultValue("2500") int perSecond,
        @Min(1) @Max(1_000_000) @DefaultValue("10000") int burst,
        @Min(1) @Max(1_000_000) @DefaultValue("10") int refusedPerSecond,
        @Min(1) @Max(1_000_000) @DefaultValue("100") int refusedBurst) {
    Allowance allowance() {
        return new Allowance(perSecond, burst);
    }

    Allowance refusals() {
        return new Allowance(refusedPerSecond, refusedBurst);
    }
}
