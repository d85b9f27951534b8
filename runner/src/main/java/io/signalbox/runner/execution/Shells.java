package io.signalbox.runner.execution;

import io.signalbox.model.id.AttemptId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Opens shells. */
public interface Shells {
    /** A new shell of {@code attempt} in {@code folder}, whose output goes to {@code output} from the shell's own thread. */
    Shell open(AttemptId attempt, Path folder, Map<String, String> env, Output output) throws IOException;

    /** Takes what a shell's processes write, in order. */
    @FunctionalInterface
    interface Output {
        /** Takes {@code length} bytes of {@code buffer}, which the caller uses again afterwards. May block: then the processes wait. */
        void write(byte[] buffer, int length);
    }
}
