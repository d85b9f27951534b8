package io.signalbox.gateway.adapter.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.signalbox.gateway.core.slot.Refusal;
import io.signalbox.gateway.relay.Refusals;
import io.signalbox.gateway.relay.RefusedCall;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts refusals, and logs each cause once: a runner that repeats itself must not fill the log. Thread-safe. */
public final class CountedRefusals implements Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(CountedRefusals.class);
    private static final int REMEMBERED = 10_000;

    private final Map<Refusal, Counter> counters = new EnumMap<>(Refusal.class);
    private final Set<String> said = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    /** Counts in {@code registry}; every kind is there from the start, with 0. */
    public CountedRefusals(MeterRegistry registry) {
        for (Refusal refusal : Refusal.values()) {
            counters.put(
                    refusal,
                    Counter.builder(RelayMetric.REFUSED.id())
                            .description(RelayMetric.REFUSED.description())
                            .tag(RelayMetric.KIND, refusal.tag())
                            .register(registry));
        }
    }

    @Override
    public void refused(Refusal refusal, String about, String why) {
        Objects.requireNonNull(counters.get(refusal)).increment();
        if (said.add(refusal.tag() + about)) {
            LOG.warn("Refused {} of {}: {}", refusal.tag(), about, why);
        }
    }

    @Override
    public void refused(RefusedCall call) {
        refused(call.refusal(), "attempt " + call.attempt(), "from " + call.runner() + ": " + call.why());
    }
}
