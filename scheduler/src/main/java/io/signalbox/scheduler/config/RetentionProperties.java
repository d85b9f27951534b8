package io.signalbox.scheduler.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * For how long the scheduler keeps what no project has a say in (C25). All schedulers of an installation must have the same values.
 *
 * @param events how long events stay in the feed, and on the timelines of their tasks
 */
@Validated
@ConfigurationProperties("signalbox.scheduler.retention")
record RetentionProperties(@DefaultValue("30d") Duration events) {

    private static final Duration SHORTEST = Duration.ofDays(1);

    RetentionProperties {
        if (events.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "signalbox.scheduler.retention.events must be at least " + SHORTEST + ", but is " + events);
        }
    }
}
