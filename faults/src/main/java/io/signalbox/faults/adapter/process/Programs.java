package io.signalbox.faults.adapter.process;

import java.util.List;

/**
 * How the programs of one version are started, as words of a command line.
 *
 * @param gateway of a gateway
 * @param scheduler of a scheduler
 * @param runner of a runner, without its options
 */
public record Programs(List<String> gateway, List<String> scheduler, List<String> runner) {
    public Programs {
        gateway = List.copyOf(gateway);
        scheduler = List.copyOf(scheduler);
        runner = List.copyOf(runner);
    }
}
