package io.signalbox.runner.adapter.process.family;

import io.signalbox.runner.adapter.process.platform.Platform;
import java.util.ArrayList;
import java.util.List;

/** Starts programs in sessions of their own, apart from the runner's terminal and process group. */
public final class Sessions {
    private Sessions() {}

    /** The command that does it; the plain one where nothing can. */
    public static List<String> apart(String... command) {
        var all = new ArrayList<>(Platform.here().session().command());
        all.addAll(List.of(command));
        return List.copyOf(all);
    }
}
