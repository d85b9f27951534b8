package io.signalbox.faults.core.check;

import static java.util.stream.Collectors.groupingBy;

import io.signalbox.faults.core.history.History;
import io.signalbox.faults.core.history.KnownRunner;
import io.signalbox.faults.core.history.Trace;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** I6: no runner ever runs more tasks than it has slots, by the tasks' own word. Nobody outside sees which slot it is. */
final class FreeSlots implements Check {

    @Override
    public Stream<String> wrongsIn(History history) {
        Map<String, List<Trace>> ran = history.traces().stream().collect(groupingBy(Trace::runner));
        return history.all(KnownRunner.class).stream().distinct().flatMap(runner -> {
            int most = most(ran.getOrDefault(runner.name(), List.of()));
            return most > runner.slots()
                    ? Stream.of(
                            "%s has %d slots and ran %d tasks at once".formatted(runner.name(), runner.slots(), most))
                    : Stream.empty();
        });
    }

    private static int most(List<Trace> traces) {
        PriorityQueue<Long> ends = new PriorityQueue<>();
        int most = 0;
        for (Trace trace :
                traces.stream().sorted(Comparator.comparingLong(Trace::from)).toList()) {
            while (!ends.isEmpty() && ends.peek() <= trace.from()) {
                ends.remove();
            }
            ends.add(trace.until());
            most = Math.max(most, ends.size());
        }
        return most;
    }
}
