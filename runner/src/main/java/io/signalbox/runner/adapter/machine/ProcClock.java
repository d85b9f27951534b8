package io.signalbox.runner.adapter.machine;

import io.signalbox.runner.contact.MachineClock;
import io.signalbox.runner.contact.Moment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The clocks that the guard reads too: {@code /proc/uptime} (proc_uptime(5)), which goes on while the machine sleeps, and the time of day. */
public final class ProcClock implements MachineClock {
    private static final Path UPTIME = Path.of("/proc/uptime");

    @Override
    public Moment now() {
        return new Moment(up(), System.currentTimeMillis());
    }

    private static long up() {
        try {
            String line = Files.readString(UPTIME, StandardCharsets.US_ASCII);
            return Math.round(Double.parseDouble(line.substring(0, line.indexOf(' '))) * TimeUnit.SECONDS.toMillis(1));
        } catch (IOException e) {
            // Without /proc (macOS) the guard looks at the time of day alone.
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
        }
    }
}
