package io.signalbox.bench.adapter.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * A service's process on this machine, as Linux and its own JVM show it.
 *
 * @param name of the service
 * @param pid its id
 */
public record ServiceProcess(String name, long pid) {

    /** The one gateway of the installation in {@code home}, a process of its own. */
    public static ServiceProcess gateway(Path home) {
        return of(home, "gateway");
    }

    /** The one process of that service in the installation in {@code home}. */
    public static ServiceProcess of(Path home, String name) {
        try {
            return new ServiceProcess(
                    name,
                    Long.parseLong(Files.readString(home.resolve("run/" + name + ".pid"))
                            .strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Memory that it has in use, swapped pages not counted. */
    public long residentBytes() {
        return 1024 * status("VmRSS");
    }

    /** Threads of the system, virtual ones not counted. */
    public long threads() {
        return status("Threads");
    }

    private long status(String field) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith(field + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Process " + pid + " has no " + field));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files and sockets that it has open. */
    public long openFiles() {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return open.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes of its heap that a full collection leaves; the process stands still for it. */
    public long liveBytes() throws InterruptedException {
        try {
            Process counting = new ProcessBuilder("jcmd", Long.toString(pid), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            String total = counting.inputReader()
                    .lines()
                    .filter(line -> line.startsWith("Total"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Process " + pid + " does not tell its heap"));
            counting.waitFor();
            return Long.parseLong(total.trim().split("\\s+", -1)[2]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processor time so far, in user and kernel. */
    public long processorMillis() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(Duration::toMillis)
                .orElseThrow(() -> new IllegalStateException("Process " + pid + " does not run"));
    }
}
