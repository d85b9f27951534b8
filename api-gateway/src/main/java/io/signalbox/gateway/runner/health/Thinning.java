package io.signalbox.gateway.runner.health;

import io.signalbox.model.relay.HealthSample;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Leaves one sample of each minute. */
public final class Thinning {
    private Thinning() {}

    /** The first sample of each minute, oldest first. */
    public static List<HealthSample> perMinute(Collection<HealthSample> samples) {
        Map<Instant, HealthSample> first = new LinkedHashMap<>();
        samples.stream()
                .sorted(Comparator.comparing(HealthSample::at))
                .forEach(sample -> first.putIfAbsent(sample.at().truncatedTo(ChronoUnit.MINUTES), sample));
        return List.copyOf(first.values());
    }
}
