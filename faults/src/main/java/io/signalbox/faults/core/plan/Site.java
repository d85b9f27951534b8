package io.signalbox.faults.core.plan;

import java.util.ArrayList;
import java.util.List;

/** Who takes part, by name. */
public final class Site {
    public static final String BROKER = "rabbitmq";
    public static final String STORE = "mongodb";
    public static final String LOAD = "load";
    public static final List<String> GATEWAYS = List.of("gateway-1", "gateway-2");
    public static final List<String> SCHEDULERS = List.of("scheduler-1", "scheduler-2");
    public static final List<String> RUNNERS = List.of("runner-1", "runner-2", "runner-3", "runner-4");
    /** The one whose home is on a disk of its own. */
    public static final String SMALL_DISK = RUNNERS.getLast();

    public static final int SLOTS = 8;

    private Site() {}

    /** What a runner can do. */
    public static List<String> tagsOf(String runner) {
        return RUNNERS.indexOf(runner) % 2 == 0 ? List.of("linux", "even") : List.of("linux", "odd");
    }

    /** The lines between them, each named by its ends: {@code runner-1>gateway-2}. */
    public static List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String gateway : GATEWAYS) {
            RUNNERS.forEach(runner -> lines.add(line(runner, gateway)));
            lines.add(line(LOAD, gateway));
        }
        for (List<String> services : List.of(GATEWAYS, SCHEDULERS)) {
            for (String service : services) {
                lines.add(line(service, BROKER));
                lines.add(line(service, STORE));
            }
        }
        return List.copyOf(lines);
    }

    /** The name of the line between the two. */
    public static String line(String from, String to) {
        return from + ">" + to;
    }
}
