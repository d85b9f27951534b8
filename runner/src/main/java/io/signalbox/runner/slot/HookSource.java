package io.signalbox.runner.slot;

import io.signalbox.runner.job.Hooks;
import java.io.IOException;

/** Where the hooks come from. */
@FunctionalInterface
public interface HookSource {
    /** As they are now. */
    Hooks read() throws IOException;
}
