package io.signalbox.faults.adapter.process;

import io.signalbox.faults.adapter.net.Weather;
import io.signalbox.faults.adapter.net.Wire;
import io.signalbox.faults.core.plan.Site;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All lines between the processes, by name. */
public final class Lines implements AutoCloseable {
    private final Map<String, Wire> wires = new HashMap<>();

    /** Lines to where each name listens. */
    Lines(Map<String, Integer> ports) {
        for (String line : Site.lines()) {
            String to = line.substring(line.indexOf('>') + 1);
            ports.forEach((name, port) -> {
                if (isOf(name, to)) {
                    wires.put(line + name.substring(to.length()), Wire.to(port));
                }
            });
        }
    }

    /** The members of a cluster, {@code rabbitmq} and {@code rabbitmq-2}, have lines of their own whose names begin as that of the first. */
    private static boolean isOf(String member, String whole) {
        return member.equals(whole) || member.startsWith(whole + "-");
    }

    /** The weather on all lines whose names begin so. */
    public void change(String beginning, Weather weather) {
        wires.forEach((name, wire) -> {
            if (name.startsWith(beginning)) {
                wire.change(weather);
            }
        });
    }

    /** Where one finds the other. */
    int port(String from, String to) {
        Wire wire = wires.get(Site.line(from, to));
        if (wire == null) {
            throw new IllegalArgumentException("there is no line from " + from + " to " + to);
        }
        return wire.port();
    }

    /** The gateways as one sees them. */
    List<URI> gateways(String from) {
        return Site.GATEWAYS.stream()
                .map(gateway -> URI.create("https://localhost:" + port(from, gateway)))
                .toList();
    }

    @Override
    public void close() {
        wires.values().forEach(Wire::close);
    }
}
