package io.signalbox.runner.adapter.process.family;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts programs in sessions of their own, apart from the runner's terminal and process group. */
public final class Sessions {
    private static final List<Path> PLACES = List.of(Path.of("/usr/bin/setsid"), Path.of("/bin/setsid"));
    private static final List<String> PREFIX = PLACES.stream()
            .filter(Files::isExecutable)
            .findFirst()
            .map(path -> List.of(path.toString()))
            .orElse(List.of());

    private Sessions() {}

    /** The command that does it; the plain one where there is no {@code setsid} (macOS). */
    public static List<String> apart(String... command) {
        var all = new ArrayList<>(PREFIX);
        all.addAll(List.of(command));
        return List.copyOf(all);
    }
}
