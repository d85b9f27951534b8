package io.signalbox.runner.config;

import io.signalbox.runner.execution.Shell;
import io.signalbox.runner.execution.ShellOrder;
import io.signalbox.runner.execution.Shells;
import java.io.IOException;

/**
 * Opens each shell where it is ordered to be.
 *
 * @param machine on the machine itself
 * @param containers in containers
 */
record PlacedShells(Shells machine, Shells containers) implements Shells {
    @Override
    public Shell open(ShellOrder order, Output output) throws IOException {
        return (order.place().container().isPresent() ? containers : machine).open(order, output);
    }
}
