package io.signalbox.scheduler.config;

import io.signalbox.scheduler.loop.leadership.LeadershipTimes;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How leadership is kept (C14). All schedulers of an installation must have the same values.
 *
 * @param renewEvery how often a leader renews
 * @param commitWithin how long after an acknowledged renewal was sent a leader may commit
 * @param takeAfter how long renewals must stand still before another scheduler takes over without a hint
 */
@Validated
@ConfigurationProperties("signalbox.scheduler.leadership")
record LeadershipProperties(
        @DefaultValue("2s") Duration renewEvery,
        @DefaultValue("5s") Duration commitWithin,
        @DefaultValue("10s") Duration takeAfter) {

    LeadershipProperties {
        require("renew-every", renewEvery, "be positive", renewEvery.isPositive());
        require("commit-within", commitWithin, "be longer than renew-every", commitWithin.compareTo(renewEvery) > 0);
        require("take-after", takeAfter, "be longer than commit-within", takeAfter.compareTo(commitWithin) > 0);
    }

    LeadershipTimes times() {
        return new LeadershipTimes(renewEvery, commitWithin, takeAfter);
    }

    private static void require(String name, Duration found, String rule, boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "signalbox.scheduler.leadership." + name + " must " + rule + ", but is " + found);
        }
    }
}
