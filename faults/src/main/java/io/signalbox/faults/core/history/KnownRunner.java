package io.signalbox.faults.core.history;

import java.util.List;

/**
 * A runner that takes part.
 *
 * @param name its name
 * @param slots how many tasks it may run at once
 * @param tags what it can do
 */
public record KnownRunner(String name, int slots, List<String> tags) implements Entry {
    public KnownRunner {
        tags = List.copyOf(tags);
    }
}
