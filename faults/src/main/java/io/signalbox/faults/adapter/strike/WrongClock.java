package io.signalbox.faults.adapter.strike;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A wall clock that is wrong, by libfaketime; what is monotonic stays so. It is slow and not fast: a certificate from the future is no good.
 *
 * @param library the library that a process loads first
 */
record WrongClock(Path library) {

    /** Empty where the library is not installed. */
    static Optional<WrongClock> find() {
        Path libraries = Path.of("/usr/lib");
        try (Stream<Path> found = Files.find(libraries, 3, (path, _) -> path.endsWith("faketime/libfaketime.so.1"))) {
            return found.findFirst().map(WrongClock::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a process must have in its environment. */
    Map<String, String> environment() {
        return Map.of("LD_PRELOAD", library.toString(), "FAKETIME", "-40m", "FAKETIME_DONT_FAKE_MONOTONIC", "1");
    }
}
