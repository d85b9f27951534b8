package io.signalbox.bench.adapter.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * The gateway's process on this machine, as Linux shows it.
 *
 * @param pid its id
 */
record GatewayProcess(long pid) {

    /** The one gateway of the installation in {@code home}, a process of its own. */
    static GatewayProcess of(Path home) {
        try {
            return new GatewayProcess(Long.parseLong(
                    Files.readString(home.resolve("run/gateway.pid")).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Memory that it has in use, swapped pages not counted. */
    long residentBytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Process " + pid + " has no memory"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processor time so far, in user and kernel. */
    long processorMillis() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(Duration::toMillis)
                .orElseThrow(() -> new IllegalStateException("Process " + pid + " does not run"));
    }
}
