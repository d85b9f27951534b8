package io.signalbox.runner.execution;

import java.io.IOException;

/** Opens shells. */
public interface Shells {
    /** A new shell, whose output goes to {@code output} from the shell's own thread. */
    Shell open(ShellOrder order, Output output) throws IOException;

    /** Takes what a shell's processes write, in order. */
    @FunctionalInterface
    interface Output {
        /** Takes {@code length} bytes of {@code buffer}, which the caller uses again afterwards. May block: then the processes wait. */
        void write(byte[] buffer, int length);
    }
}
