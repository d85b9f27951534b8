package io.signalbox.testkit.infra;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks for the parts, each place once in a test run, and remembers what it found. Closing it ends what it started. */
final class InfraSearch implements AutoCloseable {
    private final Map<Part, String> found = new EnumMap<>(Part.class);
    private final List<String> failures = new ArrayList<>();
    private final List<PartSource> untried;
    private final List<PartSource> started = new ArrayList<>();

    InfraSearch(Function<String, @Nullable String> settings, List<PartSource> sources) {
        untried = new ArrayList<>(sources);
        for (var part : Part.values()) {
            var address = settings.apply(part.variable());
            if (address != null && !address.isBlank()) {
                found.put(part, address);
            }
        }
    }

    /** What is still missing of {@code parts} after every place was asked. */
    synchronized Set<Part> lookFor(Set<Part> parts) {
        while (!missing(parts).isEmpty() && !untried.isEmpty()) {
            ask(untried.removeFirst(), missing(parts));
        }
        return missing(parts);
    }

    synchronized String addressOf(Part part) {
        var address = found.get(part);
        if (address == null) {
            throw new IllegalStateException(part + " was not found");
        }
        return address;
    }

    /** Why {@code missing} could not be had, in one line. */
    synchronized String explain(Set<Part> missing) {
        var variables = missing.stream().map(Part::variable).toList();
        return "%s cannot be had: %s not set; %s"
                .formatted(missing, String.join(", ", variables), String.join("; ", failures));
    }

    @Override
    public synchronized void close() {
        started.reversed().forEach(PartSource::close);
        started.clear();
    }

    private void ask(PartSource source, Set<Part> parts) {
        started.add(source);
        switch (source.start(parts)) {
            case PartSource.Answer.Started it -> it.addresses().forEach(found::putIfAbsent);
            case PartSource.Answer.Unavailable it -> failures.add(it.why());
        }
    }

    private Set<Part> missing(Set<Part> parts) {
        var missing = EnumSet.copyOf(parts);
        missing.removeAll(found.keySet());
        return missing;
    }
}
