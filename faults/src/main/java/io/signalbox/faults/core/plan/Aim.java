package io.signalbox.faults.core.plan;

import java.util.List;
import java.util.stream.Stream;

/** To what sort of thing a fault can happen. */
enum Aim {
    GATEWAY,
    SCHEDULER,
    RUNNER,
    BROKER,
    STORE,
    /** A gateway or a scheduler. */
    SERVICE,
    /** Lines that break together: all of one end to the same kind of other. */
    LINES,
    SMALL_DISK,
    EVERYTHING;

    /** Each thing of this sort by its name; of lines, the beginning of their names. */
    List<String> targets() {
        return switch (this) {
            case GATEWAY -> Site.GATEWAYS;
            case SCHEDULER -> Site.SCHEDULERS;
            case RUNNER -> Site.RUNNERS;
            case BROKER -> List.of(Site.BROKER);
            case STORE -> List.of(Site.STORE);
            case SERVICE -> services().toList();
            case LINES -> bundles();
            case SMALL_DISK -> List.of(Site.SMALL_DISK);
            case EVERYTHING -> List.of("everything");
        };
    }

    private static Stream<String> services() {
        return Stream.concat(Site.GATEWAYS.stream(), Site.SCHEDULERS.stream());
    }

    private static List<String> bundles() {
        return Stream.of(
                        Stream.of(Site.line(Site.LOAD, "gateway")),
                        Site.RUNNERS.stream().map(runner -> Site.line(runner, "gateway")),
                        services().map(service -> Site.line(service, Site.BROKER)),
                        services().map(service -> Site.line(service, Site.STORE)))
                .flatMap(bundle -> bundle)
                .toList();
    }
}
